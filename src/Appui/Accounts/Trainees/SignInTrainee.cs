using Appui.Accounts.SignIn;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Trainees;

/// <summary>
/// A trainee signs in with the organisation's code and their PIN, or with their card. The session is good for that organisation alone.
/// A code that does not exist and a wrong PIN get the same answer after the same time, and are counted alike.
/// </summary>
public sealed class SignInTrainee(AppuiDb db, Attempts attempts, AppuiSettings settings, TimeProvider clock)
{
    /// <summary>Signs in with code and PIN.</summary>
    public async Task<Outcome<Arrival>> ByPin(string? code, string? pin, Origin origin, CancellationToken stop)
    {
        var place = (code ?? "").Trim().ToLowerInvariant();
        if (place.Length is 0 or > 60)
            return AccountsRefusals.CodeMissing;
        if (TraineeRules.ReadPin(pin) is not { } digits)
            return AccountsRefusals.PinMalformed;
        AttemptLimit[] limits = [AttemptLimit.Machine(origin.Address), AttemptLimit.Pins(place)];
        foreach (var limit in limits)
        {
            if (await attempts.Count(limit, stop) is { } locked)
                return locked;
        }

        var organisation = await db
            .Organisations.Where(o => o.Code == place && o.State == OrganisationState.Active)
            .Select(o => o.Id)
            .SingleOrDefaultAsync(stop);
        var hash = Pins.Hash(organisation, digits);
        if (await AccountsAccess.TraineeByPin(db, organisation, hash, stop) is not { } trainee || !IsOpen(trainee.Person))
            return AccountsRefusals.PinWrong;
        foreach (var limit in limits)
            await attempts.Refund(limit, stop);
        return await Arrive(trainee, SignInMethod.Pin, origin, stop);
    }

    /// <summary>Name of the organisation that a card opens, or a refusal when it was replaced or revoked.</summary>
    public async Task<Outcome<string>> FindCard(string secret, CancellationToken stop) =>
        await AccountsAccess.TraineeByCard(db, Ids.HashOf(secret), stop) is { } trainee && IsOpen(trainee.Person)
            ? trainee.OrganisationName
            : AccountsRefusals.CardClosed;

    /// <summary>Signs in with a card: 160 random bits are not guessed, so nothing is counted.</summary>
    public async Task<Outcome<Arrival>> ByCard(string secret, Origin origin, CancellationToken stop) =>
        await AccountsAccess.TraineeByCard(db, Ids.HashOf(secret), stop) is { } trainee && IsOpen(trainee.Person)
            ? await Arrive(trainee, SignInMethod.Card, origin, stop)
            : AccountsRefusals.CardClosed;

    // The demonstration's PIN is known to all: it opens nothing elsewhere, even in a copied database.
    private bool IsOpen(Person person) =>
        settings.Demo || person.Email?.EndsWith(SignInToDemonstration.Domain, StringComparison.OrdinalIgnoreCase) != true;

    private async Task<Arrival> Arrive(KnownTrainee trainee, SignInMethod method, Origin origin, CancellationToken stop)
    {
        var now = clock.Now();
        var session = Session.Open(trainee.Person.Id, method, origin, now, trainee.OrganisationId);
        db.Sessions.Add(session);
        db.Note(trainee.Person.Id, AccountEventKind.SignedIn, now, origin);
        await db.SaveChangesAsync(stop);
        await AccountsAccess.NoteUse(db, trainee.AccessId, now, stop);
        return new Arrival(trainee.Person, session, trainee.OrganisationCode);
    }
}

/// <summary>A trainee whose PIN or card was recognised.</summary>
public sealed record KnownTrainee(Guid AccessId, Person Person, Guid OrganisationId, string OrganisationCode, string OrganisationName);

/// <summary>PIN and card of the demonstration's trainee: known to all, so they open nothing elsewhere.</summary>
public static class DemonstrationCard
{
    /// <summary>The PIN.</summary>
    public const string Pin = "246810";

    /// <summary>Secret of the card: <c>/q/…</c>.</summary>
    public const string Secret = "carte-de-demonstration";

    /// <summary>Code of the organisation.</summary>
    public const string Organisation = "atelier-montjoie";
}
