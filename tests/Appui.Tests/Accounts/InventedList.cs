using System.Globalization;
using System.Text;
using Appui.Accounts.Contract;
using Appui.Standards.Identifiers;

namespace Appui.Tests.Accounts;

/// <summary>A public list of providers that do not exist: the same seed gives the same list. Their SIRETs begin with 000, which is never given.</summary>
public static class InventedList
{
    /// <summary>Titles as the portal writes them, of which the import needs a few.</summary>
    public const string Titles =
        "numeroDeclarationActivite;numerosDeclarationActivitePrecedent;denomination;siren;siretEtablissementDeclarant;"
        + "adressePhysiqueOrganismeFormation.voie;adressePhysiqueOrganismeFormation.codePostal;adressePhysiqueOrganismeFormation.ville;"
        + "adressePhysiqueOrganismeFormation.codeRegion;certifications.actionsDeFormation;certifications.bilansDeCompetences;certifications.VAE;"
        + "certifications.actionsDeFormationParApprentissage;organismeEtrangerRepresente.denomination;informationsDeclarees.dateDerniereDeclaration;"
        + "informationsDeclarees.debutExercice;informationsDeclarees.finExercice;informationsDeclarees.specialitesDeFormation.code1;"
        + "informationsDeclarees.specialitesDeFormation.libelle1;informationsDeclarees.nbStagiaires;"
        + "informationsDeclarees.nbStagiairesConfiesParUnAutreOF;informationsDeclarees.effectifFormateurs";

    private static readonly string[] First = ["Atelier", "Institut", "Centre", "École", "Maison", "Académie", "Pôle", "Cabinet"];
    private static readonly string[] Second =
    [
        "des Deux Rives",
        "du Grand Pré",
        "de l’Aubépine",
        "; Savoirs & Co",
        "« Apprendre »",
        "d’Œuvre",
    ];

    /// <summary>A line of the list, without its end.</summary>
    public static string Line(int number, Random chance)
    {
        var department = Places.Departments.Where(d => d.Code.Length == 2 && d.Code[1] is not ('A' or 'B')).ElementAt(chance.Next(94)).Code;
        var name = $"{First[chance.Next(First.Length)]} {Second[chance.Next(Second.Length)]} {number}";
        var trainees = chance.Next(2) == 0 ? 0 : chance.Next(1, 4000);
        return string.Join(
            ';',
            Nda(number, department),
            "",
            name.Contains(';', StringComparison.Ordinal) ? $"\"{name}\"" : name,
            SiretOf(number)[..9],
            SiretOf(number),
            $"{chance.Next(1, 200)} rue de la Fontaine",
            int.Parse($"{department}{chance.Next(1000):000}", CultureInfo.InvariantCulture), // the portal loses the zero
            "Villeneuve",
            "76",
            chance.Next(2) == 0 ? "true" : "false",
            "false",
            "false",
            "false",
            "",
            "2026-05-31",
            "2025-01-01",
            "2025-12-31",
            "333",
            "Enseignement, formation",
            trainees,
            trainees / 10,
            chance.Next(0, 60)
        );
    }

    /// <summary>SIRET of a line.</summary>
    public static string SiretOf(int number) => Siret.Complete($"000{number:000000}0001").ToString();

    /// <summary>Activity number of a line.</summary>
    public static string Nda(int number, string department) => $"76{department}{number % 100_000:00000}{number / 100_000:00}";

    /// <summary>A whole file.</summary>
    public static MemoryStream File(int count, int seed = 1, bool withMark = true, Func<int, string, string>? spoil = null)
    {
        var chance = new Random(seed);
        var file = new MemoryStream();
        using (var text = new StreamWriter(file, new UTF8Encoding(withMark), leaveOpen: true))
        {
            text.Write(Titles + "\r\n");
            for (var i = 1; i <= count; i++)
            {
                var line = Line(i, chance);
                text.Write((spoil?.Invoke(i, line) ?? line) + "\r\n");
            }
        }

        file.Position = 0;
        return file;
    }
}
