using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using GanNotebooks.Trainers;

namespace GanNotebooks.Play;

/// <summary>
/// One tab's training. The tab sends <c>play</c>, <c>pause</c>, <c>step</c>, <c>reset</c> or <c>setup ADDRESS</c>; it receives the set-up, whether the training runs,
/// mistakes (JSON), and frames (binary, <see cref="PlaneView.Frame"/>). The session ends with its socket.
/// </summary>
internal sealed class PlaneSession(WebSocket socket) : IDisposable
{
    private const int LongestMessage = 4096;
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(31), TrainingTime = TimeSpan.FromMilliseconds(21), MeasureTime = TimeSpan.FromMilliseconds(250), PaceTime = TimeSpan.FromMilliseconds(500);

    private readonly Channel<string> wishes = Channel.CreateBounded<string>(16);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private PlaneTraining? training;
    private PlaneView? view;
    private bool playing;
    private double pace;        // steps per second, as measured
    private TimeSpan measured, paced;
    private long pacedSteps;

    /// <summary>The training, once it is set up.</summary>
    internal PlaneTraining? Training => training;

    /// <summary>Serves the tab until it is closed, or the server stops.</summary>
    /// <param name="stop">Fires when the server stops.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var hearing = HearAsync(end);
        try
        {
            await ServeAsync(end.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ChannelClosedException)
        {
            // The tab is closed, or the server stops.
        }
        await end.CancelAsync().ConfigureAwait(false);
        await hearing.ConfigureAwait(false);
    }

    /// <summary>Frees the training.</summary>
    public void Dispose()
    {
        view?.Dispose();
        training?.Dispose();
    }

    private async Task HearAsync(CancellationTokenSource end)
    {
        var buffer = new byte[LongestMessage];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), end.Token).ConfigureAwait(false);
                    length += part.Count;
                }
                while (!part.EndOfMessage && length < buffer.Length);
                if (part.MessageType == WebSocketMessageType.Close || !part.EndOfMessage) break;
                await wishes.Writer.WriteAsync(part.MessageType == WebSocketMessageType.Text ? Encoding.UTF8.GetString(buffer, 0, length) : "", end.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Said below.
        }
        await end.CancelAsync().ConfigureAwait(false);
    }

    private async Task ServeAsync(CancellationToken stop)
    {
        while (true)
        {
            if (!playing) await wishes.Reader.WaitToReadAsync(stop).ConfigureAwait(false);
            while (wishes.Reader.TryRead(out var wish)) await GrantAsync(wish, stop).ConfigureAwait(false);
            if (!playing) continue;
            var start = clock.Elapsed;
            var limit = training!.Values.Number("pace");
            var frame = limit > 0 ? TimeSpan.FromSeconds(Math.Max(FrameTime.TotalSeconds, 1 / limit)) : FrameTime;
            await AdvanceAsync(limit > 0 ? Math.Max(1, (int)Math.Round(limit * frame.TotalSeconds)) : int.MaxValue, stop).ConfigureAwait(false);
            if (frame - (clock.Elapsed - start) is { Ticks: > 0 } rest) await WaitAsync(rest, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until the next frame is due, or the tab sends a message.</summary>
    private async Task WaitAsync(TimeSpan rest, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(rest);
        try
        {
            await wishes.Reader.WaitToReadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Time for the next frame.
        }
    }

    private async Task GrantAsync(string wish, CancellationToken stop)
    {
        try
        {
            switch (wish.Split(' ', 2))
            {
                case ["setup", var address]: await SetUpAsync(SettingValues.Parse(PlaneSettings.All, address), anew: false, stop).ConfigureAwait(false); break;
                case ["reset"] when training is not null: await SetUpAsync(training.Values, anew: true, stop).ConfigureAwait(false); break;
                case ["play"] when training is not null: await PlayAsync(true, null, stop).ConfigureAwait(false); break;
                case ["pause"] when training is not null: await PlayAsync(false, null, stop).ConfigureAwait(false); break;
                case ["step"] when training is not null:
                    await PlayAsync(false, null, stop).ConfigureAwait(false);
                    await AdvanceAsync(1, stop).ConfigureAwait(false);
                    break;
                case ["step", var who] when training is not null && who is ("discriminator" or "generator"):
                    await PlayAsync(false, null, stop).ConfigureAwait(false);
                    await AdvanceAsync(1, stop, Enum.Parse<Player>(who, ignoreCase: true)).ConfigureAwait(false);
                    break;
                default: throw new PlayException("Expected setup and an address, and after it play, pause, step, step discriminator, step generator, reset or setup, as text.");
            }
        }
        catch (PlayException mistake)
        {
            await TellAsync(new { kind = "mistake", message = mistake.Message }, stop).ConfigureAwait(false);
        }
    }

    private async Task SetUpAsync(SettingValues values, bool anew, CancellationToken stop)
    {
        var old = training;
        var frame = await Computing.Run(() =>
        {
            if (training is null) training = PlaneTraining.Begin(values);
            else if (anew)
            {
                training.Dispose();
                training = PlaneTraining.Begin(values);
            }
            else training = training.With(values);
            if (training != old)
            {
                view?.Dispose();
                view = new PlaneView(training);
            }
            return view!.Frame(pace, measure: true);
        }, stop).ConfigureAwait(false);
        if (training != old) (pacedSteps, paced, pace) = (training!.Steps, clock.Elapsed, 0);
        await TellAsync(new { kind = "setup", address = values.Address, values = values.All, extent = view!.Extent, middle = PlaneSettings.Middle(values), probability = PlaneSettings.ScoresAreLogits(values), begun = training!.Steps == 0, real = view.Real }, stop).ConfigureAwait(false);
        await socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, stop).ConfigureAwait(false);
    }

    private async Task PlayAsync(bool play, string? why, CancellationToken stop)
    {
        playing = play;
        (pacedSteps, paced) = (training!.Steps, clock.Elapsed);
        await TellAsync(new { kind = "state", playing, message = why }, stop).ConfigureAwait(false);
    }

    /// <summary>Trains for a part of a frame's time (at least one step and at most the given number), or one network alone, and sends a frame.</summary>
    private async Task AdvanceAsync(int most, CancellationToken stop, Player? alone = null)
    {
        var trouble = training!.IsFull ? $"{PlaneTraining.MostSteps:N0} steps are as many as one training here may have. Change a setting or begin anew." : null;
        var now = clock.Elapsed;
        var measure = !playing || now - measured > MeasureTime;
        if (measure) measured = now;
        if (now - paced > PaceTime) (pace, pacedSteps, paced) = ((training.Steps - pacedSteps) / (now - paced).TotalSeconds, training.Steps, now);
        var frame = await Computing.Run(() =>
        {
            var start = clock.Elapsed;
            try
            {
                if (alone is { } player) training.Move(player);
                else for (var steps = 0; steps < most && (steps == 0 || clock.Elapsed - start < TrainingTime); steps++) training.Advance(1);
            }
            catch (TrainingDivergedException e)
            {
                trouble = e.Message;
            }
            return view!.Frame(pace, measure);
        }, stop).ConfigureAwait(false);
        await socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, stop).ConfigureAwait(false);
        if (trouble is not null) await PlayAsync(false, trouble, stop).ConfigureAwait(false);
    }

    private ValueTask TellAsync<T>(T message, CancellationToken stop) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, Json.Options).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, stop);
}
