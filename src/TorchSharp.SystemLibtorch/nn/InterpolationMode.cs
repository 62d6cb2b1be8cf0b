namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <c>nn.Upsample</c> computes values between those given.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest one.</summary>
        Nearest = 0,
        /// <summary>A straight line, for (N, C, L).</summary>
        Linear = 1,
        /// <summary>A straight line in both directions, for (N, C, H, W).</summary>
        Bilinear = 2,
        /// <summary>A cubic polynomial in both directions, for (N, C, H, W).</summary>
        Bicubic = 3,
        /// <summary>A straight line in three directions, for (N, C, D, H, W).</summary>
        Trilinear = 4,
    }

    /// <summary>How <c>nn.functional.interpolate</c> computes values between those given.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest one, as OpenCV finds it.</summary>
        Nearest = 0,
        /// <summary>A straight line, for (N, C, L).</summary>
        Linear = 1,
        /// <summary>A straight line in both directions, for (N, C, H, W).</summary>
        Bilinear = 2,
        /// <summary>A cubic polynomial in both directions, for (N, C, H, W).</summary>
        Bicubic = 3,
        /// <summary>A straight line in three directions, for (N, C, D, H, W).</summary>
        Trilinear = 4,
        /// <summary>The mean of the area that a new element covers.</summary>
        Area = 5,
        /// <summary>The nearest one, by the elements' centres.</summary>
        NearestExact = 6,
    }
}
