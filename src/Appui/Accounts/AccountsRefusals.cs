using Appui.Shared;
using Appui.Standards.Identifiers;

namespace Appui.Accounts;

/// <summary>Every way Accounts says no: kind and stable code, which is also the key of the sentence.</summary>
public static class AccountsRefusals
{
    public static Refusal EmailMissing { get; } = Invalid(nameof(AccountsTexts.Email_Missing), "Email");
    public static Refusal EmailMalformed { get; } = Invalid(nameof(AccountsTexts.Email_Malformed), "Email");
    public static Refusal NameMissing { get; } = Invalid(nameof(AccountsTexts.Name_Missing), "FullName");
    public static Refusal NameTooLong { get; } = Invalid(nameof(AccountsTexts.Name_TooLong), "FullName");
    public static Refusal PasswordTooShort { get; } = Invalid(nameof(AccountsTexts.Password_TooShort), "Password");
    public static Refusal PasswordTooLong { get; } = Invalid(nameof(AccountsTexts.Password_TooLong), "Password");
    public static Refusal PasswordCommon { get; } = Invalid(nameof(AccountsTexts.Password_Common), "Password");
    public static Refusal PasswordWrong { get; } = Invalid(nameof(AccountsTexts.Password_Wrong), "CurrentPassword");
    public static Refusal OrganisationNameMissing { get; } = Invalid(nameof(AccountsTexts.Organisation_Name_Missing), "Organisation.Name");
    public static Refusal OrganisationNameTooLong { get; } = Invalid(nameof(AccountsTexts.Organisation_Name_TooLong), "Organisation.Name");
    public static Refusal NotANumber { get; } = Invalid(nameof(AccountsTexts.Number_Malformed));
    public static Refusal NumberOutOfRange { get; } = Invalid(nameof(AccountsTexts.Number_OutOfRange));
    public static Refusal ChoiceMissing { get; } = Invalid(nameof(AccountsTexts.Choice_Missing));
    public static Refusal NotInPublicList { get; } = Invalid(nameof(AccountsTexts.PublicList_Unknown), "Organisation.Siret");
    public static Refusal SignInWrong { get; } = Invalid(nameof(AccountsTexts.SignIn_Wrong));
    public static Refusal TooManyAttempts { get; } = new(RefusalKind.TooMuch, nameof(AccountsTexts.TooMany), Texts);
    public static Refusal LinkClosed { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Link_Closed), Texts);
    public static Refusal AddressTaken { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Address_Taken), Texts);
    public static Refusal SpaceGone { get; } = new(RefusalKind.Unknown, nameof(AccountsTexts.Space_Gone), Texts);
    public static Refusal OnlyManagers { get; } = new(RefusalKind.Forbidden, nameof(AccountsTexts.Only_Managers), Texts);
    public static Refusal UnknownSession { get; } = new(RefusalKind.Unknown, nameof(AccountsTexts.Unknown_Session), Texts);

    public static Refusal ClientNameMissing { get; } = Invalid(nameof(AccountsTexts.Client_NameMissing), "Name");
    public static Refusal ScopeMissing { get; } = Invalid(nameof(AccountsTexts.Client_ScopeMissing), "Wanted");
    public static Refusal UnknownOrganisation { get; } = new(RefusalKind.Unknown, nameof(AccountsTexts.Unknown_Organisation), Texts);
    public static Refusal CodeMalformed { get; } = Invalid(nameof(AccountsTexts.Code_Malformed));
    public static Refusal UnknownDepartment { get; } = Invalid(nameof(AccountsTexts.Unknown_Department));
    public static Refusal RoleNotGiven { get; } = Invalid(nameof(AccountsTexts.Role_NotGiven));
    public static Refusal UnknownClient { get; } = new(RefusalKind.Unknown, nameof(AccountsTexts.Client_Unknown), Texts);
    public static Refusal AlreadyRevoked { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Already_Revoked), Texts);

    public static Refusal OnlyTeam { get; } = new(RefusalKind.Forbidden, nameof(AccountsTexts.Only_Team), Texts);
    public static Refusal OnlyManagersGive { get; } = new(RefusalKind.Forbidden, nameof(AccountsTexts.Only_Managers_Give), Texts);
    public static Refusal MemberNameMissing { get; } = Invalid(nameof(AccountsTexts.Member_Name_Missing), "Member.Name");
    public static Refusal RoleMissing { get; } = Invalid(nameof(AccountsTexts.Role_Missing), "Member.Roles");
    public static Refusal TextTooLong { get; } = Invalid(nameof(AccountsTexts.Text_TooLong));
    public static Refusal AlreadyInvited { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Already_Invited), Texts, "Member.Email");
    public static Refusal AlreadyMember { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Already_Member), Texts);
    public static Refusal InvitationClosed { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Invitation_Closed), Texts);
    public static Refusal UnknownInvitation { get; } = new(RefusalKind.Unknown, nameof(AccountsTexts.Unknown_Invitation), Texts);
    public static Refusal LastManager { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Last_Manager), Texts);
    public static Refusal UnknownMember { get; } = new(RefusalKind.Unknown, nameof(AccountsTexts.Unknown_Member), Texts);

    public static Refusal DeputyMissing { get; } = Invalid(nameof(AccountsTexts.Deputy_Missing), "Deputy");
    public static Refusal DeputyBusy { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Deputy_Busy), Texts, "Deputy");
    public static Refusal AlreadyReplaced { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Already_Replaced), Texts, "First");
    public static Refusal UnknownDeputy { get; } = new(RefusalKind.Unknown, nameof(AccountsTexts.Unknown_Deputy), Texts);
    public static Refusal DayMalformed { get; } = Invalid(nameof(AccountsTexts.Day_Malformed));
    public static Refusal DaysReversed { get; } = Invalid(nameof(AccountsTexts.Days_Reversed), "Last");
    public static Refusal DaysPast { get; } = Invalid(nameof(AccountsTexts.Days_Past), "Last");
    public static Refusal DaysTooMany { get; } = Invalid(nameof(AccountsTexts.Days_TooMany), "Last");

    public static Refusal TraineesMissing { get; } = Invalid(nameof(AccountsTexts.Trainees_Missing), "Names");
    public static Refusal TraineesTooMany { get; } = Invalid(nameof(AccountsTexts.Trainees_TooMany), "Names");
    public static Refusal TraineeNameTooLong { get; } = Invalid(nameof(AccountsTexts.Trainee_Name_TooLong), "Names");
    public static Refusal TraineeTwice { get; } = Invalid(nameof(AccountsTexts.Trainee_Twice), "Names");
    public static Refusal TraineeKnown { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Trainee_Known), Texts, "Names");
    public static Refusal UnknownTrainee { get; } = new(RefusalKind.Unknown, nameof(AccountsTexts.Unknown_Trainee), Texts);
    public static Refusal CodeMissing { get; } = Invalid(nameof(AccountsTexts.Trainee_Code_Missing), "Code");
    public static Refusal PinMalformed { get; } = Invalid(nameof(AccountsTexts.Trainee_Pin_Malformed), "Pin");
    public static Refusal PinWrong { get; } = Invalid(nameof(AccountsTexts.Trainee_Pin_Wrong));
    public static Refusal CardClosed { get; } = new(RefusalKind.Conflict, nameof(AccountsTexts.Card_Closed), Texts);

    public static Refusal ListColumnsMissing { get; } = Invalid(nameof(AccountsTexts.List_ColumnsMissing));
    public static Refusal ListNotUtf8 { get; } = Invalid(nameof(AccountsTexts.List_NotUtf8));
    public static Refusal ListMostlyBad { get; } = Invalid(nameof(AccountsTexts.List_MostlyBad));
    public static Refusal ListLineTooLong { get; } = Invalid(nameof(AccountsTexts.List_LineTooLong));
    public static Refusal ListQuotes { get; } = Invalid(nameof(AccountsTexts.List_Quotes));
    public static Refusal ListTwice { get; } = Invalid(nameof(AccountsTexts.List_Twice));

    /// <summary>What is wrong with a SIRET, or null.</summary>
    public static Refusal? Of(SirenProblem problem) =>
        problem switch
        {
            SirenProblem.None => null,
            SirenProblem.Length => Invalid(nameof(AccountsTexts.Siret_Length), "Organisation.Siret"),
            SirenProblem.Key => Invalid(nameof(AccountsTexts.Siret_Key), "Organisation.Siret"),
            SirenProblem.Empty => Invalid(nameof(AccountsTexts.Siret_Empty), "Organisation.Siret"),
            _ => Invalid(nameof(AccountsTexts.Siret_Characters), "Organisation.Siret"),
        };

    /// <summary>What is wrong with an activity number, or null.</summary>
    public static Refusal? Of(ActivityNumberProblem problem) =>
        problem switch
        {
            ActivityNumberProblem.None => null,
            ActivityNumberProblem.Region => Invalid(nameof(AccountsTexts.ActivityNumber_Region), "Organisation.ActivityNumber"),
            ActivityNumberProblem.Department => Invalid(nameof(AccountsTexts.ActivityNumber_Department), "Organisation.ActivityNumber"),
            ActivityNumberProblem.Characters => Invalid(nameof(AccountsTexts.ActivityNumber_Characters), "Organisation.ActivityNumber"),
            _ => Invalid(nameof(AccountsTexts.ActivityNumber_Length), "Organisation.ActivityNumber"),
        };

    private static System.Resources.ResourceManager Texts => AccountsTexts.ResourceManager;

    private static Refusal Invalid(string code, string? field = null) => new(RefusalKind.Invalid, code, Texts, field);
}
