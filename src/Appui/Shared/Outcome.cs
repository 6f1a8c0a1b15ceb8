using System.Diagnostics.CodeAnalysis;

namespace Appui.Shared;

/// <summary>Why something was refused, which decides the HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The input breaks a rule (422).</summary>
    Invalid,

    /// <summary>Nothing of that name for this actor, somebody else's object included (404).</summary>
    Unknown,

    /// <summary>Somebody changed it meanwhile, or its state forbids the move (409).</summary>
    Conflict,

    /// <summary>The actor knows the object but may not do this (403).</summary>
    Forbidden,

    /// <summary>Too large or too often (429).</summary>
    TooMuch,

    /// <summary>The platform cannot do it right now; trying again later may work (503).</summary>
    Unavailable,
}

/// <summary>A "no" that a person can act on. The sentence is the text resource named like <paramref name="Code"/>.</summary>
/// <param name="Kind">Family of the refusal.</param>
/// <param name="Code">Stable code, also the key of the sentence in the capability's texts.</param>
/// <param name="Texts">Where the sentence is found.</param>
/// <param name="Field">Name of the form field concerned, when one is.</param>
/// <param name="Arguments">Values for the placeholders of the sentence.</param>
public sealed record Refusal(
    RefusalKind Kind,
    string Code,
    System.Resources.ResourceManager Texts,
    string? Field = null,
    params object[] Arguments
)
{
    /// <summary>The sentence in the current language.</summary>
    public string Sentence =>
        string.Format(
            System.Globalization.CultureInfo.CurrentCulture,
            Texts.GetString(Code, System.Globalization.CultureInfo.CurrentUICulture)
                ?? throw new InvalidOperationException($"No text for refusal {Code}."),
            Arguments
        );

    /// <summary>The same refusal, about a form field.</summary>
    public Refusal On(string field) => this with { Field = field };

    /// <summary>The same refusal with the values of its sentence.</summary>
    public Refusal With(params object[] arguments) => this with { Arguments = arguments };

    /// <summary>HTTP status that says the same thing to a machine.</summary>
    public int Status =>
        Kind switch
        {
            RefusalKind.Invalid => 422,
            RefusalKind.Unknown => 404,
            RefusalKind.Conflict => 409,
            RefusalKind.Forbidden => 403,
            RefusalKind.TooMuch => 429,
            _ => 503,
        };
}

/// <summary>Result of an action that returns nothing but may refuse.</summary>
public readonly struct Outcome
{
    private Outcome(Refusal? refusal) => Refusal = refusal;

    /// <summary>Why it was refused, or null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>It was done.</summary>
    public static Outcome Done => default;

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>A value, or the reason there is none. Exceptions are bugs; refusals are answers.</summary>
public readonly struct Outcome<T>
    where T : notnull
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>Why it was refused, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value. Reading it after a refusal is a bug.</summary>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    /// <summary>True with the value, or false with the refusal.</summary>
    public bool Is([NotNullWhen(true)] out T? done, [NotNullWhen(false)] out Refusal? refusal)
    {
        done = value;
        refusal = Refusal;
        return refusal is null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
