namespace TorchSharp;

/// <summary>The kinds of device a tensor may live on.</summary>
public enum DeviceType
{
    /// <summary>The processor's own memory.</summary>
    CPU = 0,
    /// <summary>An NVIDIA GPU.</summary>
    CUDA = 1,
}

public static partial class torch
{
    /// <summary>Where a tensor lives.</summary>
    /// <param name="type">The kind of device.</param>
    /// <param name="index">Which one of several; −1 for the current one.</param>
    public sealed class Device(DeviceType type, int index = -1)
    {
        /// <summary>The kind of device.</summary>
        public DeviceType type { get; } = type;

        /// <summary>Which one of several; −1 for the current one.</summary>
        public int index { get; } = index;

        /// <inheritdoc/>
        public override string ToString() => index < 0 ? type.ToString().ToLowerInvariant() : $"{type.ToString().ToLowerInvariant()}:{index}";

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Device other && other.type == type && Math.Max(0, other.index) == Math.Max(0, index);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(type, Math.Max(0, index));
    }

    /// <summary>The processor.</summary>
    public static Device CPU { get; } = new(DeviceType.CPU);

    /// <summary>A device by its name.</summary>
    /// <param name="description"><c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</param>
    /// <exception cref="ArgumentException">The name is none of these.</exception>
    public static Device device(string description)
    {
        var parts = description.Split(':');
        var index = -1;
        if (parts.Length > 2 || !Enum.TryParse<DeviceType>(parts[0], ignoreCase: true, out var type) || (parts.Length == 2 && !int.TryParse(parts[1], out index)))
            throw new ArgumentException($"\"{description}\" names no device: expected cpu, cuda or cuda:N.", nameof(description));
        return new Device(type, index);
    }

    /// <summary>A device by its kind.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);
}
