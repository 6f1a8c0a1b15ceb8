using System.Runtime.InteropServices;

namespace Appui.Shared.Documents;

/// <summary>A colour of the printed documents. None carries meaning alone: each is doubled by a word, a hatch or a line style.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>Body text.</summary>
    public static readonly Ink Text = new(0x1d, 0x24, 0x33);

    /// <summary>Labels and remarks; 7:1 on white.</summary>
    public static readonly Ink Quiet = new(0x4d, 0x55, 0x64);

    /// <summary>The deep teal of the product: rules, links, the plan.</summary>
    public static readonly Ink Teal = new(0x0f, 0x5c, 0x5c);

    /// <summary>A pale teal fill under dark text.</summary>
    public static readonly Ink PaleTeal = new(0xe4, 0xef, 0xed);

    /// <summary>Apricot, as a fill beside a word or a line, never as text.</summary>
    public static readonly Ink Apricot = new(0xe0, 0x7a, 0x3f);

    /// <summary>Indigo, the State in pictures of money.</summary>
    public static readonly Ink Indigo = new(0x2f, 0x24, 0x66);

    /// <summary>Plum, foundations in pictures of money.</summary>
    public static readonly Ink Plum = new(0xb5, 0x50, 0x8f);

    /// <summary>Ochre, the provider's own money.</summary>
    public static readonly Ink Ochre = new(0xb9, 0x8a, 0x00);

    /// <summary>Hairlines and grids.</summary>
    public static readonly Ink Line = new(0xc9, 0xc4, 0xb8);

    /// <summary>The quiet ground of notes and total rows.</summary>
    public static readonly Ink Sunk = new(0xf5, 0xf2, 0xec);

    /// <summary>The paper itself.</summary>
    public static readonly Ink White = new(255, 255, 255);

    /// <summary>Success, as a bar beside a word.</summary>
    public static readonly Ink Success = new(0x2f, 0x7d, 0x4f);

    /// <summary>Warning, as a bar beside a word.</summary>
    public static readonly Ink Warning = new(0xa8, 0x62, 0x00);

    /// <summary>Danger, as a bar beside a word.</summary>
    public static readonly Ink Danger = new(0xb3, 0x26, 0x1e);

    /// <summary>Information, as a bar beside a word.</summary>
    public static readonly Ink Info = new(0x2d, 0x5f, 0x9a);
}
