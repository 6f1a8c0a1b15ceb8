using System.Globalization;
using Appui.Shared.Ui.Charts;
using Appui.Shared.Ui.Tables;

namespace Appui.Shared.Ui.Gallery;

/// <summary>A row of the sample list.</summary>
public sealed record GalleryRow(string Name, string Code, int Amount, string State, Kind Kind, DateOnly Day);

/// <summary>Invented content of the gallery, in French only: long names, odd figures, many rows.</summary>
internal static class GallerySamples
{
    private static readonly string[] Names =
    [
        "Atelier Montjoie",
        "Association interdépartementale pour la formation et l’insertion professionnelle des adultes du Haut-Vallon et des communes associées",
        "Maison des savoirs Lormeau",
        "L’Œuvre & Fils <formation>",
        "Coopérative Passe-Muraille",
        "Anticonstitutionnellementformation",
    ];

    private static readonly (string Words, Kind Kind)[] States =
    [
        ("Prêt pour le comité", Kind.Success),
        ("Une pièce manque", Kind.Warning),
        ("Double financement", Kind.Danger),
        ("Deux avis éloignés", Kind.Info),
        ("Second avis attendu", Kind.Neutral),
    ];

    public static IReadOnlyDictionary<string, string> Sentences { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = "Galerie des composants",
            ["purpose"] = "Chaque composant dans ses états, avec des noms longs, rien, et beaucoup trop.",
            ["next"] = "Il manque une pièce à votre dossier « Modernisation de l’offre ». Le dépôt ferme vendredi 27 novembre à 17 h.",
            ["do"] = "Ajouter l’attestation sociale",
            ["see"] = "Voir le dossier",
            ["long"] = "Association interdépartementale pour la formation et l’insertion des adultes du Haut-Vallon",
            ["short"] = "Plan de contact",
            ["sentence"] = "Aucun coût n’est payé deux fois. Les 27 lignes sont comparées à vos trois conventions en cours.",
            ["warning"] = "Pourquoi « Accompagnement et lien » reste au niveau 2",
            ["danger"] = "Une facture serait payée à 120 %",
            ["info"] = "Pas de réseau : continuez",
            ["success"] = "Aucun coût n’est payé deux fois",
            ["empty"] = "Rien ici pour l’instant. Une ressource partagée garde votre nom et vous dit qui s’en sert.",
            ["question"] = "Si vos portes fermaient demain, comment joindriez-vous vos stagiaires ?",
            ["closest"] = "Choisissez la situation la plus proche de la vôtre aujourd’hui, pas celle que vous visez.",
            ["a"] = "Rien n’est prévu",
            ["a-text"] = "Chacun ferait au mieux, avec les numéros qu’il a.",
            ["b"] = "On a une liste",
            ["b-text"] = "Les numéros sont dans un fichier. Il n’est pas tenu à jour.",
            ["c"] = "Le plan vit tout seul",
            ["c-text"] = "Les numéros se mettent à jour, l’exercice revient chaque trimestre, les stagiaires le connaissent.",
            ["name"] = "Nom de votre organisme",
            ["name-why"] = "Il figure sur le plan et sur les documents que vous téléchargez.",
            ["name-hint"] = "Exemple : Atelier Montjoie",
            ["amount"] = "Argent que vous pouvez mettre",
            ["note"] = "Une précision",
            ["region"] = "Région",
            ["day"] = "Date de début",
            ["file"] = "Document",
            ["check"] = "Notre organisme est certifié Qualiopi",
            ["check-hint"] = "Certains dispositifs le demandent.",
            ["error-name"] = "Le nom manque. Écrivez-le comme sur votre déclaration d’activité.",
            ["error-amount"] = "« {0} » n’est pas un montant en euros. Écrivez par exemple 1 200.",
            ["error-choice"] = "Choisissez une situation. La plus proche suffit.",
            ["chart"] = "Où vous en êtes",
            ["chart-text"] = "Au-dessus de vos pairs sur le cap, le lien et le socle. L’offre et les ressources restent à construire.",
            ["chart-foot"] = "Bande grise : la moitié centrale de 84 organismes de 6 à 10 personnes.",
            ["holes-text"] = "La bande verte est l’incertitude : deux dimensions ont trop peu de réponses.",
            ["radar"] = "Radar des huit dimensions. Les chiffres sont dans le tableau.",
            ["axis"] = "Capacité : 57, contre 42 en 2025. Pairs : de 34 à 57, médiane 45.",
            ["axis-before"] = "2025",
            ["curve"] = "Points gagnés selon votre apport. À 5 934 €, 14 points. Avec 2 000 € de plus, 18 points.",
            ["when"] = "Vendredi 27 novembre, 17 h",
            ["term"] = "de minimis",
            ["meaning"] = "Petites aides publiques, plafonnées à 300 000 € sur trois ans par groupe.",
            ["dialog"] = "Retirer cette personne ?",
            ["open"] = "Ouvrir un dialogue",
            ["secret"] = "essai-7f3k-92mq",
            ["figure"] = "21 980 €",
            ["progress"] = "14 leçons faites sur 22",
            ["here"] = "Lien",
            ["initials"] = "CV",
            ["note-4"] = "4 sur 8",
        };

    public static IReadOnlyList<RadarAxis> Radar { get; } =
    [
        new("Cap et modèle économique", 58, PeerLow: 30, PeerMedian: 41, PeerHigh: 52),
        new("Offre multimodale", 36, PeerLow: 33, PeerMedian: 44, PeerHigh: 56),
        new("Lien", 64, PeerLow: 40, PeerMedian: 52, PeerHigh: 63),
        new("Équipe", 52, PeerLow: 36, PeerMedian: 47, PeerHigh: 58),
        new("Ressources et communs", 24, PeerLow: 22, PeerMedian: 33, PeerHigh: 45),
        new("Socle technique", 61, PeerLow: 37, PeerMedian: 48, PeerHigh: 60),
        new("Preuve et qualité", 48, PeerLow: 44, PeerMedian: 55, PeerHigh: 66),
        new("Accès et inclusion", 31, PeerLow: 27, PeerMedian: 38, PeerHigh: 50),
    ];

    public static IReadOnlyList<RadarAxis> RadarWithHoles { get; } =
    [
        new("Cap", 100, 90, 100),
        new("Offre", 36, 20, 55),
        new("Accompagnement", 64, 50, 80),
        new("Équipe", null, 0, 100),
        new("Ressources", 0, 0, 15),
        new("Socle", 61, 50, 75),
        new("Preuve", 48, 30, 70),
        new("Accès", null, 0, 100),
    ];

    public static IReadOnlyList<SplitPart> Money { get; } =
    [
        new("Opco", 6400, "6 400 €", Hue.Blue),
        new("Région", 9646, "9 646 €", Hue.Teal),
        new("Fondation", 1200, "1 200 €", Hue.PlumDotted),
        new("État", 2500, "2 500 €", Hue.IndigoStriped),
        new("Europe", 1800, "1 800 €", Hue.GreyCrossed),
        new("Vous", 5934, "5 934 €", Hue.Ochre),
    ];

    public static IReadOnlyList<GanttRow> Plan { get; } =
    [
        new("Plan de contact et exercice", "2 jours d’équipe", 0, 2, Hue.Grey),
        new("Former quatre formateurs", "12 jours · Opco", 2, 3, Hue.Blue),
        new(
            "Convertir « Accueil et relation client » et les autres parcours du secrétariat médico-social",
            "18 jours · Région et vous",
            3,
            5,
            Hue.Teal
        ),
        new("Plateforme mutualisée", "3 jours · Région et vous", 4, 8, Hue.Ochre),
        new("Reprise accessible", null, 10, 1, Hue.IndigoStriped),
    ];

    public static Curve Curve { get; } =
        new(
            [
                new(0, 0, 0, 0),
                new(600, 2, 1, 3),
                new(2000, 6, 4, 8),
                new(4000, 9, 7, 12),
                new(5934, 14, 11, 16),
                new(7934, 18, 14, 20),
                new(12000, 19, 15, 22),
            ],
            [new(5934, 14, ["Votre plan"], IsHere: true), new(7934, 18, ["+ 2 000 €,", "+ 4 points"])],
            "Argent que vous apportez",
            "Points d’avancement gagnés",
            x => Show.Euros((long)x),
            y => y.ToString("0", CultureInfo.InvariantCulture)
        );

    public static TableView<GalleryRow> List(TableQuery query)
    {
        var state = query.Filter("etat");
        var rows = Rows(1_000).Where(r => state is null || r.State == state);
        rows = query.Sort switch
        {
            "amount" => query.IsDescending ? rows.OrderByDescending(r => r.Amount) : rows.OrderBy(r => r.Amount),
            "day" => query.IsDescending ? rows.OrderByDescending(r => r.Day) : rows.OrderBy(r => r.Day),
            _ => query.IsDescending
                ? rows.OrderByDescending(r => r.Name, StringComparer.Ordinal)
                : rows.OrderBy(r => r.Name, StringComparer.Ordinal),
        };
        var all = rows.ToList();
        return new TableView<GalleryRow>
        {
            Caption = "Dossiers reçus",
            Query = query,
            CsvHref = query.Export("csv"),
            Count = all.Count,
            Rows = [.. all.Skip(query.Skip).Take(query.PageSize)],
            IsHere = r => r.Code == "2026-0003",
            Chips =
            [
                new("Tous", query.With("etat", null), state is null),
                .. States.Select(s => new TableChip(
                    s.Words,
                    state == s.Words ? query.With("etat", null) : query.With("etat", s.Words),
                    state == s.Words,
                    true
                )),
            ],
            Columns = Columns,
        };
    }

    public static TableView<GalleryRow> Framed() =>
        new()
        {
            Caption = "Toutes les colonnes",
            IsFramed = true,
            Rows = [.. Rows(40)],
            Columns =
            [
                Columns[0],
                .. Enumerable
                    .Range(1, 14)
                    .Select(i => new TableColumn<GalleryRow>($"Mois {i}", r => Show.Number(r.Amount / i)) { IsNumber = true }),
            ],
        };

    public static TableView<GalleryRow> Nothing() =>
        new()
        {
            Caption = "Rien",
            Rows = [],
            Columns = Columns,
        };

    private static IReadOnlyList<TableColumn<GalleryRow>> Columns { get; } =
    [
        new("Organisme", r => r.Name)
        {
            Sort = "name",
            Href = r => $"#{r.Code}",
            Note = r => r.Code,
        },
        new("Demande", r => Show.Euros(r.Amount)) { Sort = "amount", IsNumber = true },
        new("État", r => r.State)
        {
            Html = (m, r) =>
                m.Raw("<span")
                    .Attribute("class", $"badge {r.Kind.Class()}".TrimEnd())
                    .Raw(">")
                    .Icon(r.Kind.Icon())
                    .Text(r.State)
                    .Raw("</span>"),
        },
        new("Réserve", r => r.Amount % 3 == 0 ? "" : "À vérifier"),
        new("Échéance", r => Show.Day(r.Day)) { Sort = "day", IsNumber = true },
    ];

    private static IEnumerable<GalleryRow> Rows(int count) =>
        Enumerable
            .Range(0, count)
            .Select(i => new GalleryRow(
                Names[i % Names.Length],
                $"2026-{i:0000}",
                1000 + (i * 7919 % 148_000),
                States[i % States.Length].Words,
                States[i % States.Length].Kind,
                new DateOnly(2026, 11, 27).AddDays(i % 60)
            ));
}
