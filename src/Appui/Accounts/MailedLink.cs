using System.Globalization;
using Appui.Shared;
using Appui.Shared.Mail;
using Appui.Shared.Storage;

namespace Appui.Accounts;

/// <summary>What a link received by mail allows.</summary>
public enum MailedLinkKind
{
    /// <summary>Proves the address.</summary>
    Confirm,

    /// <summary>Chooses a new password.</summary>
    Reset,

    /// <summary>Brings a space made with a known address into the account that has it.</summary>
    Join,
}

/// <summary>A secret link sent to an address: works once, for a time, kept as a hash only.</summary>
public sealed class MailedLink
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required MailedLinkKind Kind { get; init; }

    public required string SecretHash { get; init; }

    /// <summary>The address it was sent to, which using it proves.</summary>
    public required string Email { get; init; }

    /// <summary>For <see cref="MailedLinkKind.Join"/>: the account made with the known address.</summary>
    public Guid? OtherPersonId { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; private set; }

    /// <summary>How long a link works.</summary>
    public static TimeSpan Life(MailedLinkKind kind) => kind == MailedLinkKind.Reset ? TimeSpan.FromHours(2) : TimeSpan.FromDays(7);

    /// <summary>True while the link can be used.</summary>
    public bool IsOpen(DateTime now) => UsedAt is null && now < ExpiresAt;

    /// <summary>Uses it up.</summary>
    public Refusal? Use(DateTime now)
    {
        if (!IsOpen(now))
            return AccountsRefusals.LinkClosed;
        UsedAt = now;
        return null;
    }
}

/// <summary>Makes such links and writes the mails that carry them; saved and sent with the action that asks.</summary>
public sealed class MailedLinks(AppuiDb db, AppuiSettings settings, TimeProvider clock)
{
    /// <summary>Asks the holder of an address to confirm it.</summary>
    public void Confirm(Person person)
    {
        if (person.PendingEmail is { } address)
            Send(
                person,
                MailedLinkKind.Confirm,
                address,
                "/confirmer",
                AccountsTexts.Mail_Confirm_Subject,
                AccountsTexts.Mail_Confirm_Text
            );
    }

    /// <summary>Lets somebody choose a new password.</summary>
    public void Reset(Person person)
    {
        if (person.AnyEmail is { } address)
            Send(person, MailedLinkKind.Reset, address, "/mot-de-passe", AccountsTexts.Mail_Reset_Subject, AccountsTexts.Mail_Reset_Text);
    }

    /// <summary>Tells the holder of a known address that a space was made with it, and how to bring it into their account.</summary>
    public void Join(Person known, Person newcomer) =>
        Send(
            known,
            MailedLinkKind.Join,
            known.Email!,
            "/rattacher",
            AccountsTexts.Mail_Join_Subject,
            AccountsTexts.Mail_Join_Text,
            newcomer.Id
        );

    private void Send(Person person, MailedLinkKind kind, string address, string path, string subject, string text, Guid? other = null)
    {
        var secret = Ids.NewSecret();
        db.MailedLinks.Add(
            new MailedLink
            {
                Id = Ids.New(),
                PersonId = person.Id,
                Kind = kind,
                SecretHash = Ids.HashOf(secret),
                Email = address,
                OtherPersonId = other,
                ExpiresAt = clock.Now() + MailedLink.Life(kind),
            }
        );
        var words = string.Format(CultureInfo.CurrentCulture, text, person.FullName, $"{settings.BaseUrl}{path}/{secret}");
        Mail.Queue(db, Actor.Nobody with { PersonId = person.Id }, address, subject, words, null, clock.Now());
    }
}
