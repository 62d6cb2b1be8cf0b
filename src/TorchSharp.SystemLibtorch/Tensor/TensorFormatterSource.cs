namespace TorchSharp.Utils;

/// <summary>Tells a notebook which type knows how to display the one it marks; notebooks look for the attribute by its name.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; set; }
}

/// <summary>Displays a tensor in a notebook as its shape and numbers.</summary>
internal sealed class TensorFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new PlainText()];

    private sealed class PlainText
    {
        public string MimeType => "text/plain";

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not torch.Tensor tensor) return false;
            writer.Write(tensor.IsInvalid ? "A tensor that was already freed." : tensor.ToString(TensorStringStyle.Default).TrimEnd());
            return true;
        }
    }
}
