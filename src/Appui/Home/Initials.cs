namespace Appui.Home;

/// <summary>The two letters of an avatar.</summary>
public static class Initials
{
    /// <summary>First letters of the first and last words of a name: « Claire Vasseur » gives CV.</summary>
    public static string Of(string name)
    {
        var words = name.Split([' ', '-', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => "?",
            [var only] => only[..1].ToUpperInvariant(),
            [var first, .., var last] => (first[..1] + last[..1]).ToUpperInvariant(),
        };
    }
}
