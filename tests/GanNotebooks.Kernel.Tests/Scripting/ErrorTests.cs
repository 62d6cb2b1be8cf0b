namespace GanNotebooks.Kernel.Tests.Scripting;

public class ErrorTests : SessionTest
{
    [Fact]
    public async Task Every_compile_error_is_told_with_cell_line_and_caret()
    {
        await Run("var x = 1;");
        var (result, sink) = await Run("var a = 1;\n\tint b = misst;\nint c = \"text\";");
        var error = Assert.Single(sink.Errors);
        Assert.Equal("CompilationError", error.Name);
        Assert.Contains("cell 2, line 2: CS0103: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("cell 2, line 3: CS0029: ", error.Message, StringComparison.Ordinal);
        var at = error.Traceback.ToList().FindIndex(line => line.Contains("CS0103", StringComparison.Ordinal));
        Assert.Equal("    \tint b = misst;", error.Traceback[at + 1]);
        Assert.Equal("    \t        ^^^^^", error.Traceback[at + 2]);
        Assert.False(result.Succeeded);
    }

    [Fact]
    public async Task A_runtime_error_names_type_message_cells_and_lines_only()
    {
        await Run("void Deep(int n)\n{\n    if (n == 0) throw new InvalidOperationException(\"too deep\");\n    Deep(n - 1);\n}");
        var (result, _) = await Run("var before = 5;\n\nDeep(0);");
        Assert.Equal("InvalidOperationException", result.Error!.Name);
        Assert.Equal("too deep", result.Error.Message);
        Assert.Equal(
            [
                "InvalidOperationException: too deep",
                "   at Deep(Int32) in cell 1, line 3",
                "      if (n == 0) throw new InvalidOperationException(\"too deep\");",
                "   at cell 2, line 3",
                "      Deep(0);",
            ],
            result.Error.Traceback);
        Assert.Equal(5, (await Run("before")).Result.Value);
    }

    [Fact]
    public async Task Library_frames_stay_and_async_and_wrapping_go()
    {
        var (result, _) = await Run("async Task Later()\n{\n  await Task.Yield();\n  int.Parse(\"x\");\n}\nTask.Run(Later).Wait();");
        Assert.Equal("FormatException", result.Error!.Name);
        Assert.Contains(result.Error.Traceback, line => line.Contains("System.Int32.Parse", StringComparison.Ordinal) || line.Contains("System.Number.", StringComparison.Ordinal));
        Assert.Contains("   at Later() in cell 1, line 4", result.Error.Traceback);
        Assert.DoesNotContain(result.Error.Traceback, line => line.Contains("Roslyn", StringComparison.Ordinal) || line.Contains("CodeAnalysis", StringComparison.Ordinal) || line.Contains("TaskAwaiter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inner_exceptions_are_told()
    {
        var (result, _) = await Run("try { throw new FormatException(\"inner\"); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");
        Assert.Contains("caused by FormatException: inner", result.Error!.Traceback);
    }

    [Fact]
    public async Task Errors_in_a_loaded_file_name_that_file()
    {
        Folder.Write("lib/setup.csx", "int ok = 1;\n\nvoid Fail() =>\n    throw new Exception(\"in file\");");
        await Run("#load \"lib/setup.csx\"");
        var (result, _) = await Run("Fail();");
        Assert.Contains($"   at Fail() in {Path.Combine("lib", "setup.csx")}, line 4", result.Error!.Traceback);
        Assert.Contains("      throw new Exception(\"in file\");", result.Error.Traceback);

        Folder.Write("broken.csx", "\n\nint n = nowhere;");
        var (broken, _) = await Run("#load \"broken.csx\"");
        Assert.StartsWith("broken.csx, line 3: CS0103", broken.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#load \"none.csx\"", "cell 1, line 1: #load \"none.csx\": no such file")]
    [InlineData("#r \"none.dll\"", "cell 1, line 1: #r \"none.dll\": no such file")]
    [InlineData("#load \"../none.csx\"   // Run ./make first.", "the file that names them. Run ./make first.")]
    [InlineData("#r \"none.dll\" // Build it: \"make\".", "the file that names them. Build it: \"make\".")]
    public async Task A_missing_file_is_told_clearly_and_alone(string code, string message)
    {
        var (result, _) = await Run(code + "\nInTheFile();");
        Assert.DoesNotContain("InTheFile", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains(message, result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_an_async_void_is_the_cells_error()
    {
        var (result, _) = await Run("async void Fire() { await Task.Yield(); throw new FormatException(\"void\"); }\nFire(); await Task.Delay(500);");
        Assert.Equal("FormatException", result.Error!.Name);
        Assert.True((await Run("1")).Result.Succeeded);
    }

    [Fact]
    public async Task Each_of_several_exceptions_is_told()
    {
        var (result, _) = await Run("await Task.WhenAll(Task.Run(() => throw new FormatException(\"f\")), Task.Delay(1)); ");
        Assert.Equal("FormatException", result.Error!.Name);
        var (all, _) = await Run("throw new AggregateException(\"both\", new FormatException(\"f\"), new InvalidOperationException(\"i\", new TimeoutException(\"t\")));");
        Assert.Equal("AggregateException", all.Error!.Name);
        Assert.Contains("1 of 2: FormatException: f", all.Error.Traceback);
        Assert.Contains("2 of 2: InvalidOperationException: i", all.Error.Traceback);
        Assert.Contains("caused by TimeoutException: t", all.Error.Traceback);
    }

    [Fact]
    public async Task Carets_stand_right_in_code_of_any_script()
    {
        var (result, _) = await Run("var größe = \"日本語 𝛼\"; größe = missing;");
        var caret = result.Error!.Traceback[2];
        Assert.Equal("var größe = \"日本語 𝛼\"; größe = missing;".IndexOf("missing", StringComparison.Ordinal), caret.IndexOf('^', StringComparison.Ordinal) - 4);
        Assert.Equal("日本語 𝛼", (await Run("var größe = \"日本語 𝛼\"; größe")).Result.Value);
        var (thrown, _) = await Run("void Größer() => throw new Exception(\"ü 𝛼\");\nGrößer();");
        Assert.Equal("ü 𝛼", thrown.Error!.Message);
        Assert.Contains("   at Größer() in cell 3, line 1", thrown.Error.Traceback);
    }

    [Fact]
    public async Task Endless_recursion_depth_is_told_in_a_few_lines()
    {
        var (result, _) = await Run("void Deep(int n) { if (n == 0) throw new Exception(\"deep\"); Deep(n - 1); }\nDeep(500);");
        Assert.InRange(result.Error!.Traceback.Count, 5, 20);
        Assert.Contains("   … 500 times", result.Error.Traceback);
        (result, _) = await Run("void Odd(int n) => Even(n - 1);\nvoid Even(int n) { if (n == 0) throw new Exception(\"deep\"); Odd(n - 1); }\nEven(500);");
        Assert.InRange(result.Error!.Traceback.Count, 10, 60);
        Assert.Contains("more", result.Error.Traceback[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int F() => 1;\nint G()\n  =>\n  2;\n")]
    [InlineData("class A { public int P => 1;\n public int Q\n { get => 1; } public int this[int i]\n => 2;\n}")]
    [InlineData("class A { public A() => F();\n void F()\n => _ = 1;\n public static A operator +(A a, A b) => a; // b\n}")]
    [InlineData("Func<int> f = ()\n => 1;\n\n\n")]
    public async Task Functions_before_an_error_move_no_line(string before)
    {
        var (result, _) = await Run(before.TrimEnd('\n') + new string('\n', 4 - before.TrimEnd('\n').Count('\n')) + "throw new Exception();");
        Assert.Contains("   at cell 1, line 5", result.Error!.Traceback);
    }

    [Theory]
    [InlineData("throw null;", "NullReferenceException")]
    [InlineData("((IDictionary<string, int>)new Dictionary<string, int>())[\"k\"]", "KeyNotFoundException")]
    [InlineData("class My : Exception { public override string Message => throw new Exception(); }\nthrow new My();", "My")]
    [InlineData("throw new OperationCanceledException();", "OperationCanceledException")]
    public async Task Names_are_those_of_the_exceptions(string code, string name)
    {
        var (result, sink) = await Run(code);
        Assert.Equal(name, result.Error!.Name);
        Assert.Single(sink.Errors);
    }

    [Theory]
    [InlineData("int[] a = [1, 2];\na[5] = 3;", 2)]
    [InlineData("int[] a = [1, 2];\na[5]", 2)]
    [InlineData("var a = new int[2];\na[5] = 3;", 2)]
    [InlineData("var a = new int[2];\nvar n = 1;\nn += 2;\na[\n  n] = 3;\nConsole.Write(n);", 4)]
    [InlineData("int Get(int[] v, int i)\n{\n  var y = v.Length;\n  y += 2; var z = v[i];\n  return y + z;\n}\nGet([1], 3)", 4)]
    [InlineData("int Sum(int[] v)\n{\n  Func<int, int> f = i =>\n    v[i];\n  var s = f(0);\n  return s + v[7];\n}\nSum([1])", 6)]
    [InlineData("var big = int.MaxValue;\nvar n = big / 2;\nchecked\n{\n  n = big + n;\n}", 5)]
    [InlineData("var n = 0;\n1 / n", 2)]
    [InlineData("string s = null!;\ns.Length", 2)]
    [InlineData("string s = null!;\nvar m = s.Length;", 2)]
    [InlineData("Func<int, int> f = x =>\n  1 / x;\nf(0)", 2)]
    [InlineData("int[] a = [1];\nFunc<int, int> f = x =>\n{\n  return a[x];\n};\nf(4)", 4)]
    [InlineData("int Outer(int x)\n{\n  int Inner(int y) => 1 / y;\n  return Inner(x);\n}\nOuter(0)", 3)]
    [InlineData("async Task<int> Later(int x)\n{\n  await Task.Yield();\n  return 1 / x;\n}\nawait Later(0)", 4)]
    [InlineData("class Late\n{\n  public static int[] Values = new int[1];\n  public static int Bad = Values[3];\n}\nLate.Bad", 4)]
    [InlineData("class Held\n{\n  public int[] Values = new int[1];\n  public int Bad\n  {\n    get { return Values[3]; }\n  }\n}\nvar held = new Held().Bad;", 6)]
    [InlineData("var zero = 0;\nawait Task.Run(() => 1 / zero)", 2)]
    [InlineData("var zero = 0;\nParallel.For(0, 1, i => { var x = i / zero; });", 2)]
    [InlineData("IEnumerable<int> Items(int n)\n{\n  yield return 1;\n  yield return 1 / n;\n}\nItems(0).ToList()", 4)]
    [InlineData("var zero = 0;\nnew[] { 1 }.Select(x => x / zero)", 2)]
    [InlineData("record Point(int X)\n{\n  public override string ToString() => (X / (X - X)).ToString();\n}\nConsole.WriteLine(new Point(1));", 3)]
    [InlineData("int Property\n{\n  get => int.Parse(\"x\");\n}\nProperty", 3)]
    [InlineData("var d = new Dictionary<string, int>();\nd[\"k\"]", 2)]
    [InlineData("var x = 3;\nx = int.Parse(\"z\");\nx", 2)]
    [InlineData("object o = 1;\nstring t = (string)o;\nt", 2)]
    [InlineData("new List<int>()[3]", 1)]
    [InlineData("checked { var big = int.MaxValue; big++; }", 1)]
    [InlineData("await Task.FromException(new Exception(\"e\"));", 1)]
    [InlineData("throw new Exception(\"e\");", 1)]
    public async Task Every_error_is_told_with_cell_and_line(string code, int line)
    {
        var (result, _) = await Run(code);
        Assert.Contains(result.Error!.Traceback, told => told.EndsWith($"cell 1, line {line}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_runtime_does_not_say_which_check_has_failed_all_of_them_are_told()
    {
        var (result, _) = await Run("int Get(int[] v, int i)\n{\n  var y = v[0];\n  var x = v[i];\n  return x + y;\n}\nGet([1], 3)");
        Assert.Equal(["   at Get(Int32[], Int32) in cell 1, line 3 or 4", "      var y = v[0];", "      var x = v[i];", "   at cell 1, line 7"], result.Error!.Traceback.Skip(1).Take(4));
    }

    [Fact]
    public async Task Errors_in_the_background_and_of_event_handlers_have_their_lines()
    {
        await Run("int[] none = [];\nTask<int> started = Task.Run(() =>\n{\n  return none[2];\n});\nvar handlers = (Action)(() => throw new FormatException(\"h\"));");
        Assert.Contains((await Run("await started")).Result.Error!.Traceback, told => told.EndsWith("cell 1, line 4", StringComparison.Ordinal));
        Assert.Contains((await Run("handlers();")).Result.Error!.Traceback, told => told.EndsWith("cell 1, line 6", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("class Shown\n{\n  public int[] Values = new int[1];\n  public int Bad => Values[3];\n}\nnew Shown()", 4)]
    [InlineData("class Shown\n{\n  public override string ToString() =>\n    throw new FormatException();\n}\nnew Shown()", 4)]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting;\nFormatter.Register<Version>(v =>\n  throw new FormatException());\nnew Version()", 3)]
    public async Task What_fails_while_a_result_is_shown_is_told_in_its_place(string code, int line)
    {
        var (_, sink) = await Run(code);
        Assert.Contains($"(cell 1, line {line})", sink.Result!["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_fails_in_a_loaded_file_is_told_with_its_line()
    {
        Folder.Write("checks.csx", "int Third(int[] v)\n{\n  var n = v.Length;\n  return v[2] + n;\n}");
        await Run("#load \"checks.csx\"");
        Assert.Contains("   at Third(Int32[]) in checks.csx, line 4", (await Run("Third([1])")).Result.Error!.Traceback);
    }
}
