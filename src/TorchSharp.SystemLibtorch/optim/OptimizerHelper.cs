using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all optimizers share: groups, state and its files.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> states = new(ReferenceEqualityComparer.Instance);

    private protected OptimizerHelper()
    {
    }

    private protected abstract OptimizerState CreateState(Parameter parameter);

    private protected abstract void Complete(ParamGroup group);

    private protected abstract void Update(ParamGroup group);

    private protected T StateOf<T>(Parameter parameter) where T : OptimizerState => (T)states[parameter];

    private protected static T Within<T>(T value, bool valid, string name) =>
        valid ? value : throw new ArgumentException($"{name} = {value} is out of its range.", name);

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        // A sequence that computes its parameters anew would give other objects, without state, at the next step.
        param_group.Parameters = [.. param_group.Parameters];
        Complete(param_group);
        param_group.InitialLearningRate = param_group.LearningRate;
        Groups.Add(param_group);
        foreach (var parameter in param_group.Parameters)
        {
            var state = states[parameter] = CreateState(parameter);
            state.Initialize(param_group.Options!);
        }
    }

    private protected void AddGroups(IEnumerable<ParamGroup> groups)
    {
        foreach (var group in groups) add_param_group(group);
        if (states.Count == 0)
            throw new ArgumentException("There is nothing to train: the module registered no parameters. Is RegisterComponents() called after its fields are set?", nameof(groups));
    }

    /// <inheritdoc/>
    public override unsafe void zero_grad()
    {
        foreach (var group in Groups)
        {
            var handles = group.Parameters.Select(parameter => parameter.Handle).ToArray();
            fixed (nint* first = handles) Calls.Check(Calls.ts_zero_gradients(first, handles.Length), nameof(zero_grad));
            GC.KeepAlive(group);
        }
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
            using (enable_grad()) loss = closure();
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        foreach (var group in Groups) Update(group);
        return loss;
    }

    /// <summary>Options and state as objects.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in Groups)
        {
            dictionary.Options.Add(group.Options!);
            dictionary.StateIndexRef.Add([.. Enumerable.Range(dictionary.State.Count, group.Parameters.Count())]);
            dictionary.State.AddRange(group.Parameters.Select(parameter => states[parameter]));
        }
        return dictionary;
    }

    /// <summary>Takes over a copy of another optimizer's options and state.</summary>
    /// <exception cref="ArgumentException">Another number of groups or of parameters.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        CheckCounts(own, state_dict.Options.Count, state_dict.State.Count);
        foreach (var (mine, other) in own.Options.Zip(state_dict.Options))
            if (!ReferenceEquals(mine, other)) mine.LoadStateDict(other);
        foreach (var (mine, other) in own.State.Zip(state_dict.State))
            if (!ReferenceEquals(mine, other)) mine.LoadStateDict(other);
    }

    /// <summary>Writes options and state to a file.</summary>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Reads options and state from a file.</summary>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Writes the optimizer's name, the numbers of groups and parameters, then options and state.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(own.Options.Count);
        writer.Encode(own.State.Count);
        foreach (var options in own.Options) options.SaveStateDict(writer);
        foreach (var state in own.State) state.SaveStateDict(writer);
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Another optimizer wrote it.</exception>
    /// <exception cref="ArgumentException">Another number of groups or of parameters.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        if (name != GetType().Name) throw new InvalidDataException($"The state is that of {name}, the optimizer is {GetType().Name}.");
        var own = state_dict();
        CheckCounts(own, reader.Decode(), reader.Decode());
        foreach (var options in own.Options) options.LoadStateDict(reader);
        foreach (var state in own.State) state.LoadStateDict(reader);
    }

    /// <summary>Moves the state to a device.</summary>
    public void to(Device device)
    {
        foreach (var state in states.Values) state.to(device);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var state in states.Values) (state as IDisposable)?.Dispose();
        base.Dispose(disposing);
    }

    private static void CheckCounts(StateDictionary own, long groups, long parameters)
    {
        if (groups != own.Options.Count || parameters != own.State.Count)
            throw new ArgumentException($"The state is of {groups} groups and {parameters} parameters, the optimizer has {own.Options.Count} and {own.State.Count}.");
    }
}
