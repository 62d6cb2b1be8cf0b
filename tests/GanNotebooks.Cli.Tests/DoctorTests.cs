namespace GanNotebooks.Cli.Tests;

public class DoctorTests
{
    [Fact]
    public void Everything_is_looked_at_and_a_problem_has_a_remedy()
    {
        var findings = Checks.All(ProjectFolders.Find()).ToList();
        Assert.Equal([".NET", "tensors", "libtorch", "native library", "convolutions", "threads", "device", "notebook kernel", "data", "free disk"], findings.Select(f => f.Subject));
        Assert.All(findings, finding => Assert.True(finding.Ok || finding.Remedy.Length > 0));
        Assert.True(findings.Single(f => f.Subject == "libtorch").Ok);
    }

    [Fact]
    public void A_check_that_fails_is_a_finding_and_not_the_end()
    {
        var finding = Checks.Guarded("libtorch", () => throw new TypeInitializationException("x", new DllNotFoundException("libtorch is missing")));
        Assert.Equal(new Finding("libtorch", false, "libtorch is missing", "Run ./gan setup."), finding);
    }
}
