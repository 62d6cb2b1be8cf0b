using GanNotebooks.Models;
using GanNotebooks.Visualizers;
using TorchSharp;

namespace GanNotebooks.Tests.Visualizers;

public class AnimationTests
{
    [Fact]
    public void An_animation_is_a_gif_of_its_frames()
    {
        var animation = Animation.Of([torch.zeros(2, 3, 4, 4), torch.ones(2, 3, 4, 4)], scale: 2, framesPerSecond: 20);
        var gif = animation.Gif.ToArray();
        Assert.Equal("GIF89a"u8.ToArray(), gif[..6]);
        Assert.Equal((2 + 2 * 10, 2 + 10), (animation.Width, animation.Height));
        Assert.Equal([22, 0, 12, 0], gif[6..10]);
        Assert.Equal((byte)';', gif[^1]);
        Assert.Equal("animation: 2 frames of 22×12", animation.ToString());
        Assert.Throws<ArgumentException>(() => Animation.Of([]));
        Assert.Throws<ArgumentException>(() => Animation.Of([torch.zeros(1, 1, 4, 4), torch.zeros(2, 1, 4, 4)]));
    }

    [Fact]
    public void A_walk_comes_back_to_where_it_began()
    {
        torch.manual_seed(1);
        using var generator = new MlpGenerator(4, [8], [1, 4, 4]);
        var walk = LatentWalk.Of(generator, torch.randn(3, 2, 4), framesBetween: 5);
        Assert.Contains("15 frames", walk.Summary, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LatentWalk.Of(generator, torch.randn(3, 4)));
    }
}
