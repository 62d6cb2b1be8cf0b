"""What jupyter_kernel_test asks of every kernel."""
import unittest

import jupyter_kernel_test


class ProtocolTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oh no");'
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": 'var été = "😀"; été.Subst', "matches": {"Substring"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 3;", "int Twice(int n) { return 2 * n; }"]
    incomplete_code_samples = ["int Twice(int n) {", "Console.WriteLine(", "/* not yet"]
    invalid_code_samples = ["var = ;", "}"]
    code_generate_error = 'throw new InvalidOperationException("on purpose");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "await Task.FromResult(3)", "result": "3"},
    ]
    code_display_data = [
        {"code": 'HTML("<b>bold</b>").Display();', "mime": "text/html"},
        {"code": '"iVBORw0KGgo=".DisplayAs("image/png");', "mime": "image/png"},
    ]
    code_history_pattern = "6 ? 7*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = "KernelInvocationContext.Current.ClearOutput();"


if __name__ == "__main__":
    unittest.main()
