using System.Globalization;
using Appui.Accounts.Journal;
using Appui.Accounts.Organisations;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Mail;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Team;

/// <summary>A manager asks somebody by mail to join the organisation. Whether the address has an account stays unknown to the organisation.</summary>
public sealed class InviteMember(AppuiDb db, InvitationMail mail, Attempts attempts, TimeProvider clock)
{
    private const int MostPerQuarterHour = 100;

    /// <summary>Invites, or adds everything that is wrong to <paramref name="problems"/>.</summary>
    public async Task<Outcome<Invitation>> Run(MemberForm form, Actor actor, List<Refusal> problems, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        var organisation = await db.Organisations.SingleAsync(o => o.Id == actor.OrganisationId, stop);
        var facts = form.Read(organisation.Kind, Roles.None, problems);
        if (string.IsNullOrWhiteSpace(form.Email))
            problems.Add(AccountsRefusals.EmailMissing.On("Member.Email"));
        if (facts?.Email is not { } email || problems.Count > 0)
            return problems[0];
        if (await Check(facts, email, actor, stop) is { } refusal)
            return refusal;

        var now = clock.Now();
        var secret = Ids.NewSecret();
        var invitation = new Invitation
        {
            Id = Ids.New(),
            OrganisationId = organisation.Id,
            Email = email.Text,
            NormalizedEmail = email.Normalized,
            Name = facts.Name,
            Roles = facts.Roles,
            JobTitle = facts.JobTitle,
            SecretHash = Ids.HashOf(secret),
            InvitedBy = actor.PersonId!.Value,
            InvitedAt = now,
            ExpiresAt = now + Invitation.Life,
        };
        db.Invitations.Add(invitation);
        await mail.Queue(invitation, secret, actor, stop);
        db.Record(actor, AccountsKinds.Invited, clock.Now(), invitation.Id, ("name", invitation.Name), ("roles", $"{invitation.Roles}"));
        await db.SaveChangesAsync(stop);
        return invitation;
    }

    private async Task<Refusal?> Check(MemberFacts facts, EmailAddress email, Actor actor, CancellationToken stop)
    {
        if (TeamRules.TouchesManaging(Roles.None, facts.Roles) && !await db.ManagesInOwnName(actor, stop))
            return AccountsRefusals.OnlyManagersGive;
        if (await db.Invitations.AnyAsync(i => i.NormalizedEmail == email.Normalized && i.AcceptedAt == null && i.RevokedAt == null, stop))
            return AccountsRefusals.AlreadyInvited;
        var isMember = await (
            from m in db.Memberships
            join p in db.People on m.PersonId equals p.Id
            where m.EndedAt == null && p.NormalizedEmail == email.Normalized
            select m.Id
        ).AnyAsync(stop);
        if (isMember)
            return AccountsRefusals.AlreadyMember.On("Member.Email");
        if (await attempts.Count(new AttemptLimit("invite", actor.OrganisationId.ToString(), MostPerQuarterHour), stop) is { } tooMany)
            return tooMany;
        return await attempts.Count(AttemptLimit.Mail(email.Normalized), stop);
    }
}

/// <summary>A manager sends a pending invitation again: a new link, the former one opens nothing any more.</summary>
public sealed class ResendInvitation(AppuiDb db, InvitationMail mail, Attempts attempts, TimeProvider clock)
{
    /// <summary>Sends it again, for fourteen days from now.</summary>
    public async Task<Outcome<Invitation>> Run(Guid id, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, stop) is not { } invitation)
            return AccountsRefusals.UnknownInvitation;
        if (TeamRules.TouchesManaging(Roles.None, invitation.Roles) && !await db.ManagesInOwnName(actor, stop))
            return AccountsRefusals.OnlyManagersGive;
        if (await attempts.Count(AttemptLimit.Mail(invitation.NormalizedEmail), stop) is { } tooMany)
            return tooMany;
        var secret = Ids.NewSecret();
        if (invitation.Renew(Ids.HashOf(secret), clock.Now()) is { } closed)
            return closed;
        await mail.Queue(invitation, secret, actor, stop);
        db.Record(actor, AccountsKinds.Invited, clock.Now(), invitation.Id, ("name", invitation.Name), ("roles", $"{invitation.Roles}"));
        await db.SaveChangesAsync(stop);
        return invitation;
    }
}

/// <summary>A manager takes a pending invitation back.</summary>
public sealed class RevokeInvitation(AppuiDb db, TimeProvider clock)
{
    /// <summary>Revokes it.</summary>
    public async Task<Outcome> Run(Guid id, Actor actor, CancellationToken stop)
    {
        if (AccountsAccess.MayManage(actor) is { } forbidden)
            return forbidden;
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, stop) is not { } invitation)
            return AccountsRefusals.UnknownInvitation;
        if (invitation.Revoke(clock.Now()) is { } refusal)
            return refusal;
        db.Record(actor, AccountsKinds.InvitationRevoked, clock.Now(), invitation.Id, ("name", invitation.Name));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}

/// <summary>Writes the mail that carries an invitation; it leaves once the action is saved.</summary>
public sealed class InvitationMail(AppuiDb db, AppuiSettings settings, TimeProvider clock)
{
    /// <summary>Queues it.</summary>
    public async Task Queue(Invitation invitation, string secret, Actor actor, CancellationToken stop)
    {
        var organisation = await db.Organisations.Where(o => o.Id == invitation.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        var inviter = await db.Memberships.Where(m => m.PersonId == actor.PersonId).Select(m => m.DisplayName).SingleOrDefaultAsync(stop);
        var subject = string.Format(CultureInfo.CurrentCulture, AccountsTexts.Mail_Invitation_Subject, organisation);
        var text = string.Format(
            CultureInfo.CurrentCulture,
            AccountsTexts.Mail_Invitation_Text,
            invitation.Name,
            inviter ?? organisation,
            organisation,
            RoleLabels.List(invitation.Roles),
            $"{settings.BaseUrl}/invitation/{secret}"
        );
        Mail.Queue(db, actor, invitation.Email, subject, text, null, clock.Now());
    }
}
