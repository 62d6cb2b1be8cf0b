namespace GanNotebooks.Lessons.Tests;

public class LessonTests
{
    [Fact]
    public void Budgets_choose_and_unknown_ones_are_named()
    {
        Assert.Equal([1, 2, 3], Budget.All.Select(b => b.Pick(1, 2, 3)));
        var error = Assert.Throws<ArgumentException>(() => Budget.Parse("huge"));
        Assert.Contains("smoke, quick, full", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_are_open_right_or_wrong()
    {
        Assert.False(Exercise.Check("1", null, 3).Solved);
        Assert.Contains("No answer yet", Exercise.Check("1", null, 3).Verdict, StringComparison.Ordinal);
        Assert.True(Exercise.Check("1", 3.0005, 3).Solved);
        var wrong = Exercise.Check("1", 4, 3, hints: "less.");
        Assert.False(wrong.Solved);
        Assert.Equal("✗ 4 is not right. Hint: less.", wrong.Verdict);
    }

    [Fact]
    public void Each_wrong_answer_shows_one_more_hint()
    {
        Exercise Wrong() => Exercise.Check("in steps", 4, 3, hints: ["less.", "more than 2."]);
        Assert.Equal(["✗ 4 is not right. Hint 1 of 2: less.", "✗ 4 is not right. Hint 1 of 2: less. Hint 2 of 2: more than 2.", "✗ 4 is not right. Hint 1 of 2: less. Hint 2 of 2: more than 2."],
            new[] { Wrong(), Wrong(), Wrong() }.Select(verdict => verdict.Verdict));
        Assert.True(Exercise.Check("in steps", 3, 3, hints: "less.").Solved);
    }

    [Fact]
    public void An_answer_that_throws_is_wrong_and_says_what_it_threw()
    {
        var verdict = Exercise.CheckObject<string>("2", "x", _ => throw new InvalidOperationException("no such thing"));
        Assert.False(verdict.Solved);
        Assert.Contains("InvalidOperationException: no such thing", verdict.Verdict, StringComparison.Ordinal);
        Assert.True(Exercise.CheckObject("2", "x", text => text == "x").Solved);
        Assert.DoesNotContain("<b>x</b>", Exercise.CheckObject("<b>x</b>", "y", _ => true).ToHtml(), StringComparison.Ordinal);
    }
}
