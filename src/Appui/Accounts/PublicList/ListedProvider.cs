namespace Appui.Accounts.PublicList;

/// <summary>
/// A provider as the public list of the labour ministry tells it (liste publique des organismes de formation, DGEFP, Licence Ouverte 2.0).
/// Public facts that belong to no organisation; an import replaces them all.
/// </summary>
public sealed class ListedProvider
{
    /// <summary>Numéro de déclaration d'activité, the key of the list.</summary>
    public required string ActivityNumber { get; init; }

    /// <summary>14 digits, checked. Several lines may carry the same.</summary>
    public required string Siret { get; init; }

    public required string Name { get; init; }

    /// <summary>INSEE code, from the postal code; null when that says nothing.</summary>
    public string? DepartmentCode { get; init; }

    /// <summary>Certified for at least one kind of action.</summary>
    public bool Qualiopi { get; init; }

    /// <summary>Trainers last declared; 0 when not said.</summary>
    public int Trainers { get; init; }

    /// <summary>Trainees of the last year declared; 0 when not said.</summary>
    public int TraineesPerYear { get; init; }

    public required DateTime ImportedAt { get; init; }
}
