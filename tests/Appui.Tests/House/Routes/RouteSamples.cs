using Appui.Shared;
using static Appui.Tests.House.Routes.Sample;

namespace Appui.Tests.House.Routes;

/// <summary>One line per handler: who may call it. « {space} » stands for <c>/o/{organisation}</c> and for <c>/essai/{link}</c>.</summary>
public static class RouteSamples
{
    private const Roles Everyone = (Roles)1023;
    private const Roles Team = Roles.Manager | Roles.Trainer | Roles.Visitor;
    private const Roles Deciders = Roles.Manager | Roles.Visitor;
    private const Roles Staff = Everyone & ~(Roles.Trainee | Roles.Visitor);
    private const Roles Teachers = Roles.Manager | Roles.Trainer | Roles.Administrator;
    private const Roles Readers = Roles.Adviser | Roles.Analyst;
    private const Roles Managers = Roles.Manager | Roles.Administrator;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Sample> All => [.. Home, .. Shared, .. Accounts, .. Network, .. Diagnosis, .. Instruments, .. Strategy];

    private static IEnumerable<Sample> Home =>
        [Anyone("GET /"), Anyone("GET /affichage"), Anyone("POST /affichage", body: _ => "theme=dark"), Space("GET {space}", Everyone)];

    private static IEnumerable<Sample> Shared =>
        [
            Nobody("GET /erreur"),
            Anyone("GET /api/{documentName}.json", _ => "v1"),
            Nobody("GET /ui"),
            Nobody("GET /ui#Csv"),
            Nobody("POST /ui"),
            Nobody("GET /demo/courriels/{name?}", _ => "x.eml"),
            Space("GET {space}/travaux/{id:guid}", Everyone, p => $"{p.Work}"),
        ];

    private static IEnumerable<Sample> Accounts =>
        [
            Anyone("GET /connexion"),
            Anyone("POST /connexion"),
            Anyone("POST /connexion#Demo"), // outside of the demonstration it answers as to a wrong password
            Anyone("GET /deconnexion"),
            Anyone("POST /deconnexion"),
            Anyone("GET /inscription"),
            Anyone("POST /inscription"),
            Anyone("GET /mot-de-passe"),
            Anyone("POST /mot-de-passe"),
            Secret("GET /mot-de-passe/{secret}"),
            Secret("POST /mot-de-passe/{secret}"),
            Secret("GET /confirmer/{secret}"),
            Secret("POST /confirmer/{secret}"),
            Secret("GET /rattacher/{secret}"),
            Secret("POST /rattacher/{secret}"),
            SignedIn("GET /compte"),
            SignedIn("POST /compte#Person"),
            SignedIn("POST /compte#Address"),
            SignedIn("POST /compte#Password"),
            Anyone("GET /compte/protege"),
            SignedIn("GET /compte/securite"),
            SignedIn("GET /compte/sessions"),
            SignedIn("POST /compte/sessions", p => $"session={p.Session}", once: true),
            SignedIn("POST /compte/securite", once: true),
            SignedIn("GET /organismes"),
            Space("GET {space}/garder", Roles.Visitor),
            Space("POST {space}/garder", Roles.Visitor),
            Space("GET {space}/organisme/journal", Managers),
            Space("GET {space}/organisme/journal#Csv", Managers),
            Space("GET {space}/organisme", Managers),
            Space("POST {space}/organisme", Managers),
            Space("GET {space}/organisme/api", Managers),
            Space("POST {space}/organisme/api#Create", Managers),
            Space("POST {space}/organisme/api#Revoke", Managers, body: p => $"id={p.Client}", once: true),
            Space("GET {space}/organisme/equipe", Staff),
            Space("GET {space}/organisme/equipe#Csv", Staff),
            Space("POST {space}/organisme/equipe#Resend", Managers, body: p => $"id={p.Team.Invitation}"),
            Space("POST {space}/organisme/equipe#Revoke", Managers, body: p => $"id={p.Team.Invitation}", once: true),
            Space("GET {space}/organisme/equipe/inviter", Managers),
            Space("POST {space}/organisme/equipe/inviter", Managers),
            Space("GET {space}/organisme/equipe/suppleances", Staff),
            Space("POST {space}/organisme/equipe/suppleances", Staff),
            Space("POST {space}/organisme/equipe/suppleances#End", Managers, body: p => $"id={p.Team.Deputy}", once: true),
            Space("GET {space}/organisme/equipe/{member:guid}", Managers, p => $"{p.Team.Member}"),
            Space("POST {space}/organisme/equipe/{member:guid}", Managers, p => $"{p.Team.Member}"),
            Space("POST {space}/organisme/equipe/{member:guid}#End", Managers, p => $"{p.Team.Member}", once: true),
            Space("GET {space}/organisme/stagiaires", Teachers),
            Space("GET {space}/organisme/stagiaires#Csv", Teachers),
            Space("POST {space}/organisme/stagiaires", Teachers),
            Space("GET {space}/organisme/stagiaires/{member:guid}", Teachers, p => $"{p.Team.Trainee}"),
            Space("POST {space}/organisme/stagiaires/{member:guid}", Teachers, p => $"{p.Team.Trainee}"),
            Space("POST {space}/organisme/stagiaires/{member:guid}#Reissue", Teachers, p => $"{p.Team.Trainee}"),
            Space("POST {space}/organisme/stagiaires/{member:guid}#Revoke", Teachers, p => $"{p.Team.Trainee}", once: true),
            Space("POST {space}/organisme/stagiaires/{member:guid}#End", Teachers, p => $"{p.Team.Trainee}", once: true),
            Secret("GET /invitation/{secret}"),
            Secret("POST /invitation/{secret}#Join"),
            Secret("POST /invitation/{secret}#New"),
            Anyone("GET /stagiaire"),
            Anyone("POST /stagiaire"),
            Secret("GET /q/{secret}"),
            Secret("POST /q/{secret}"),
            Anyone("POST /inscription#Fill"),
            Space("POST {space}/garder#Fill", Roles.Visitor),
            Space("POST {space}/organisme#Fill", Managers),
            Space("POST {space}/organisme#Logo", Managers),
            Space("POST {space}/organisme#NoLogo", Managers, once: true),
            Space("GET {space}/organisme/logo/{file:guid}", Everyone & ~Roles.Visitor, p => $"{p.Logo}"),
            Client("GET /api/v1/organisation"),
        ];

    private static IEnumerable<Sample> Network => [Anyone("GET /guides"), Anyone("GET /guides/{code}", _ => "choose-licence")];

    private static IEnumerable<Sample> Diagnosis =>
        [
            Anyone("GET /diagnostic"),
            Anyone("POST /diagnostic"),
            Space("POST {space}", Deciders), // a visitor's space begins with the diagnosis
            Space("GET {space}/diagnostic", Team),
            Space("POST {space}/diagnostic", Deciders),
            Space("GET {space}/diagnostic/question/{number:int}", Deciders, _ => "1"),
            Space("POST {space}/diagnostic/question/{number:int}", Deciders, _ => "1", _ => "item=D1.direction&choice=b&seen=99"),
            Space("GET {space}/diagnostic/resultat/{id:guid?}", Team, p => $"{p.Diagnosis}"),
            Space("GET {space}/diagnostic/resultat/{id:guid?}#Csv", Team, p => $"{p.Diagnosis}"),
            Space("POST {space}/diagnostic/resultat/{id:guid?}#Deepen", Deciders, p => $"{p.Diagnosis}", _ => "dimension=D3"),
            Space("GET {space}/diagnostic/voix", Roles.Manager),
            Space("POST {space}/diagnostic/voix", Roles.Manager),
            Space("GET {space}/diagnostic/voix/{id:guid}/clore", Roles.Manager, p => $"{p.Papers.Voice}"),
            Space("POST {space}/diagnostic/voix/{id:guid}/clore", Roles.Manager, p => $"{p.Papers.Voice}", once: true),
            Space("GET {space}/diagnostic/progres", Roles.Manager | Roles.Trainer),
            Space("GET {space}/diagnostic/progres#Csv", Roles.Manager | Roles.Trainer),
            Space("GET {space}/diagnostic/preuves", Roles.Manager),
            Space("POST {space}/diagnostic/preuves", Roles.Manager),
            Space("POST {space}/diagnostic/preuves#Revoke", Roles.Manager, body: p => $"id={p.Papers.Share}"),
            Space("GET {space}/diagnostic/preuves/{item:length(3,60)}", Roles.Manager, _ => "D1.direction"),
            Space("POST {space}/diagnostic/preuves/{item:length(3,60)}", Roles.Manager, _ => "D1.direction"),
            Space(
                "POST {space}/diagnostic/preuves/{item:length(3,60)}#Remove",
                Roles.Manager,
                _ => "D1.direction",
                p => $"id={p.Papers.Evidence}",
                once: true
            ),
            Space("GET {space}/diagnostic/preuves/fichier/{file:guid}", Roles.Manager | Roles.Trainer, p => $"{p.Papers.File}"),
            Secret("GET /verifier/{secret:length(32)}"),
            Secret("POST /verifier/{secret:length(32)}"),
            Secret("GET /verifier/{secret}/fichier/{file:guid}"),
            Anyone("GET /repondre"),
            Anyone("POST /repondre"),
            Anyone("GET /repondre/merci"),
            Secret("GET /repondre/{key:length(8,64)}"),
            Secret("POST /repondre/{key:length(8,64)}"),
            Client("GET /api/v1/instruments/of-maturity"),
            Client("GET /api/v1/benchmark"),
            Client("GET /api/v1/benchmark.csv"),
            Client("POST /api/v1/diagnoses"),
            Client("GET /api/v1/diagnoses/current"),
            Client("PUT /api/v1/diagnoses/current/answers/{item}", _ => "D1.direction", _ => """{"choice":"b","seenRevision":99}"""),
        ];

    private static IEnumerable<Sample> Instruments =>
        [
            Adviser("GET {space}/instruments", Readers),
            Adviser("POST {space}/instruments#Copy", Roles.Adviser, body: p => $"from={p.Draft}"),
            Adviser("POST {space}/instruments#Import", Roles.Adviser),
            Adviser("GET {space}/instruments/{key}", Readers, p => $"{p.Draft}"),
            Adviser("GET {space}/instruments/{key}#Export", Readers, p => $"{p.Draft}"),
            Adviser("GET {space}/instruments/{key}#Table", Readers, p => $"{p.Draft}"),
            Adviser("GET {space}/instruments/{key}/apercu/{voice}", Readers, p => $"{p.Draft}|trainee"),
            Adviser("GET {space}/instruments/{key}/importer", Roles.Adviser, p => $"{p.Draft}"),
            Adviser("POST {space}/instruments/{key}/importer", Roles.Adviser, p => $"{p.Draft}"),
            Adviser("GET {space}/instruments/{key}/question/{code?}", Readers, p => $"{p.Draft}|D1.direction"),
            Adviser("POST {space}/instruments/{key}/question/{code?}", Roles.Adviser, p => $"{p.Draft}|D1.direction"),
            Adviser("POST {space}/instruments/{key}#Move", Roles.Adviser, p => $"{p.Draft}", _ => "code=D1.direction&up=false&revision=0"),
            Adviser("POST {space}/instruments/{key}/question/{code?}#Remove", Roles.Adviser, p => $"{p.Draft}|D1.direction"),
            Adviser("POST {space}/instruments/{key}#Back", Roles.Adviser, p => $"{p.Draft}", _ => "code=D1.direction"),
            Adviser("GET {space}/instruments/{key}/publier", Roles.Adviser, p => $"{p.Draft}"),
            Adviser("POST {space}/instruments/{key}/publier", Roles.Adviser, p => $"{p.Draft}"),
            Adviser("POST {space}/instruments/{key}#Retire", Roles.Adviser, p => $"{p.Published}"),
            Adviser("POST {space}/instruments/{key}#Delete", Roles.Adviser, p => $"{p.Draft}", _ => "revision=0"),
        ];

    private static IEnumerable<Sample> Strategy =>
        [
            Space("GET {space}/plan/limites", Deciders),
            Space("POST {space}/plan/limites", Deciders, body: _ => "Own=-1&Months=12"),
            Space("GET {space}/plan/{id:guid?}", Team, p => $"{p.Plan}"),
            Space("GET {space}/plan/{id:guid}.pdf", Team, p => $"{p.Plan}"),
            Space("GET {space}/plan/{id:guid}.xlsx", Team, p => $"{p.Plan}"),
            Client("POST /api/v1/plans", body: _ => "{}"),
            Client("GET /api/v1/plans/{id:guid}", p => $"{p.Plan}"),
            Client("GET /api/v1/plans/{id:guid}.pdf", p => $"{p.Plan}"),
            Client("GET /api/v1/plans/{id:guid}.xlsx", p => $"{p.Plan}"),
        ];
}
