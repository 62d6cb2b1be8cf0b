namespace GanNotebooks.Runtime.Tests;

public class ThreadChoiceTests
{
    [Theory]
    [InlineData(4.1, 3.4, 1)]       // small steps: a second thread costs more than it brings
    [InlineData(19, 30, 2)]
    [InlineData(250, 520, 2)]
    [InlineData(173, 4.3, 1)]       // beside other programs
    public void The_faster_number_of_threads_is_chosen(double two, double one, int expected)
    {
        var choice = new ThreadChoice(2, 1);

        var spent = Run(choice, two, one, TimeSpan.FromSeconds(5));

        Assert.Equal(expected, choice.Count);
        Assert.True(spent < 1.2, $"Trying took {spent:N2} times as long as the best would have.");
    }

    [Fact]
    public void A_choice_is_made_anew_when_other_programs_begin_and_when_they_end()
    {
        var choice = new ThreadChoice(2, 1);
        Run(choice, 19, 30, TimeSpan.FromSeconds(5));
        Assert.Equal(2, choice.Count);

        Run(choice, 400, 45, TimeSpan.FromSeconds(5));
        Assert.Equal((1, 1), (choice.Count, choice.Chosen));

        Run(choice, 19, 30, TimeSpan.FromSeconds(15));
        Assert.Equal(2, choice.Count);
    }

    [Fact]
    public void All_half_and_one_are_tried_and_the_middle_can_win()
    {
        var choice = new ThreadChoice(8, 4, 1);
        for (var i = 0; i < 200; i++) choice.Took(TimeSpan.FromMilliseconds(choice.Count switch { 8 => 30, 4 => 20, _ => 50 }));
        Assert.Equal(4, choice.Count);
    }

    [Fact]
    public void A_training_that_begins_slowly_is_not_misjudged()
    {
        var choice = new ThreadChoice(2, 1);
        choice.Took(TimeSpan.FromMilliseconds(900));        // memory is allocated, kernels are made
        Run(choice, 130, 215, TimeSpan.FromSeconds(3));
        Assert.Equal(2, choice.Count);
    }

    [Fact]
    public void One_slow_step_changes_nothing()
    {
        var choice = new ThreadChoice(2, 1);
        Run(choice, 19, 30, TimeSpan.FromSeconds(5));
        choice.Took(TimeSpan.FromMilliseconds(200));
        choice.Took(TimeSpan.FromMilliseconds(19));
        Assert.Equal(2, choice.Count);
    }

    [Fact]
    public void A_number_that_was_asked_for_stays()
    {
        var choice = new ThreadChoice(count: 3);
        for (var i = 0; i < 100; i++) choice.Took(TimeSpan.FromMilliseconds(1 + (i % 7 * 100)));
        Assert.Equal(3, choice.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadChoice(count: 0));
    }

    /// <summary>Steps that take so many milliseconds with two threads and with one.</summary>
    /// <returns>The time spent, in multiples of what the faster number alone would have taken.</returns>
    private static double Run(ThreadChoice choice, double two, double one, TimeSpan length)
    {
        var (spent, best) = (0.0, 0.0);
        while (spent < length.TotalMilliseconds)
        {
            var step = choice.Count == 2 ? two : one;
            (spent, best) = (spent + step, best + Math.Min(one, two));
            choice.Took(TimeSpan.FromMilliseconds(step));
        }
        return spent / best;
    }
}
