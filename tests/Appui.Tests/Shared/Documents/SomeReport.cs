using Appui.Shared.Documents;

namespace Appui.Tests.Shared.Documents;

/// <summary>Reports and tables for the tests of documents.</summary>
internal static class SomeReport
{
    public static readonly DateTime Instant = new(2026, 11, 24, 9, 30, 0, DateTimeKind.Utc);

    public static PdfCover Cover(
        string title = "Un plan à votre portée & « réaliste »",
        string author = "Atelier Montjoie – Œuvre d’insertion"
    ) =>
        new()
        {
            Title = title,
            Author = author,
            Address = ["12, rue des Écoles, 31000 Toulouse", "SIRET 000 123 456 00017 · activité 76 31 00000 31"],
            Language = "fr-FR",
            Source =
                "Source : diagnostic express du 20 novembre 2026, réponses de l’organisme. Document produit par Appui le 24 novembre 2026.",
            Instant = Instant,
        };

    public static IReadOnlyList<PdfColumn> Columns { get; } =
    [new("Action", 3, NamesRow: true), new("Coût", 1, Side.End), new("Région", 1, Side.End), new("Vous", 1, Side.End)];

    public static IEnumerable<IReadOnlyList<PdfText>> Rows(int count) =>
        Enumerable
            .Range(1, count)
            .Select(i => (IReadOnlyList<PdfText>)[$"Ligne n° {i}", $"{i}\u00A0€", $"{i / 2}\u00A0€", $"{i - (i / 2)}\u00A0€"]);

    /// <summary>Every kind of part, on a handful of pages.</summary>
    public static PdfReport Whole() =>
        new PdfReport(Cover())
            .Heading(1, "Un plan à votre portée")
            .Opening("Six actions en douze mois. C’est la meilleure suite possible avec 6\u202F000\u00A0€ et 45 jours d’équipe.")
            .KeyFigures(
                new("Avancement attendu", "41 → 55", "entre 52 et 58, en octobre 2027"),
                new("Votre apport", "5\u00A0934\u00A0€", "sur 6\u00A0000\u00A0€ possibles"),
                new("Jours d’équipe", "40 jours", "sur 45 possibles")
            )
            .Note(
                PdfNoteKind.Success,
                "Payé une seule fois",
                "Aucun coût n’est payé deux fois. Les 27 lignes sont comparées à vos trois conventions en cours."
            )
            .Heading(2, "Où vous en êtes")
            .Paragraph(
                new PdfText(
                    new("Votre organisme est "),
                    new("au niveau 3, Organisé", Bold: true),
                    new(", sur l’axe de la capacité. L’essentiel tient ; ce qui manque d’abord : un plan de contact écrit. Voir "),
                    new("le guide « Garder le lien »", Link: new Uri("https://appui.example/guides/lien?x=1&y=2")),
                    new(" (dix minutes de lecture, œuvre commune).")
                )
            )
            .Figure(
                "Radar des huit dimensions. Direction passe de 38 à 55, le lien de 25 à 60 ; les autres bougent peu.",
                290,
                canvas =>
                    canvas.Radar(
                        [
                            new("Direction et stratégie", 38, 55, "38 → 55"),
                            new("Compétences de l’équipe", 45, 62, "45 → 62"),
                            new("Le lien avec les stagiaires", 25, 60, "25 → 60"),
                            new("Équipement", 52, 58, "52 → 58"),
                            new("Contenus et ressources", 30, 41, "30 → 41"),
                            new("Continuité", 48, 48, "48"),
                            new("Accessibilité", 40, 52, "40 → 52"),
                            new("Évaluation et preuves", 55, 55, "55"),
                        ],
                        "aujourd’hui",
                        "à la fin du plan"
                    )
            )
            .Heading(2, "Quand")
            .Paragraph("L’équipe n’a jamais plus de huit jours pris par mois. Rien ne commence en août.")
            .Figure(
                "Calendrier : six actions de janvier à décembre 2027.",
                PdfTimeline.TimelineHeight(Bars),
                canvas => canvas.Timeline(Bars, Months)
            )
            .Heading(2, "Qui paie quoi")
            .Figure(
                "L’Opco paie 6 400 €, la Région 9 646 €, vous 5 934 €.",
                PdfBars.SharesHeight(3),
                canvas =>
                    canvas.Shares([
                        new("Vous, 27 %", "5\u00A0934\u00A0€", 5934),
                        new("Opco, 29 %", "6\u00A0400\u00A0€", 6400),
                        new("Région, 44 %", "9\u00A0646\u00A0€", 9646),
                    ])
            )
            .Table(
                Columns,
                Rows(9),
                [PdfText.Bold("Total"), "45\u00A0€", "20\u00A0€", "25\u00A0€"],
                "Coûts hauts, en euros, sur la durée du plan."
            )
            .Heading(2, "Ce que nous ne ferons pas")
            .List([
                "Acheter des casques de réalité virtuelle : le fournisseur livre trop tard.",
                PdfText.Bold("Remplacer le face-à-face là où il est la meilleure réponse."),
            ])
            .Heading(3, "Dans l’ordre")
            .List(["Écrire le plan de contact.", "Former quatre formateurs.", "Prêter douze téléphones."], numbered: true)
            .Note(PdfNoteKind.Warning, "À savoir", "Les montants sont les estimations hautes.")
            .Remark("Sources : catalogue d’actions 1.0.0 ; dispositifs d’exemple vérifiés le 20 novembre 2026.");

    private static IReadOnlyList<TimelineBar> Bars { get; } =
    [
        new("Plan de contact et exercice", "2 jours d’équipe", 0, 2),
        new("Former quatre formateurs", "12 jours · Opco", 1, 3),
        new("Prêter 12 téléphones", "1 jour · Région et vous", 2, 2),
        new("Convertir « Accueil et relation client » en parcours mixte avec un très long intitulé", "18 jours · Région et vous", 3, 4),
        new("Plateforme mutualisée, 36 mois", "3 jours · Région et vous", 5, 7),
        new("Reprise accessible de six séquences", "4 jours · Région et vous", 8, 4),
    ];

    private static IReadOnlyList<string> Months { get; } =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
}
