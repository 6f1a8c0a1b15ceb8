using Appui.Accounts.SignUp;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Accounts.Demo;

/// <summary>The region around the nine people of the demonstration: their colleagues, and providers of all sizes with their people.</summary>
public static class DemoRegion
{
    private const int Together = 100;

    /// <summary>Makes what is missing; changes nothing that is there.</summary>
    public static async Task Tell(IServiceProvider services, DemoOptions options, IProgress<string> progress, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppuiDb>();
        var current = services.GetRequiredService<CurrentActor>();
        var words = DemoWords.Read(services.GetRequiredService<AppuiSettings>());
        var hash = Passwords.Hash(AccountsDemo.Password);
        var there = await db.Organisations.ToDictionaryAsync(o => o.Code, StringComparer.Ordinal, stop);
        await AddColleagues(db, current, new DemoStaff(words, options, hash), words, there, options, stop);
        var made = 0;
        foreach (
            var chunk in new DemoProviders(words, options, hash).All().Where(p => !there.ContainsKey(p.Organisation.Code)).Chunk(Together)
        )
        {
            // One transaction for many organisations: each save waits for the disk only once.
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            foreach (var provider in chunk)
            {
                db.Add(provider.Organisation);
                await Save(db, current, provider.Organisation.Id, provider.People, stop);
            }

            await transaction.CommitAsync(stop);
            db.ChangeTracker.Clear();
            made += chunk.Length;
            progress.Report(string.Format(AccountsTexts.Demo_Providers, made));
        }

        current.Actor = Actor.Nobody;
    }

    private static async Task AddColleagues(
        AppuiDb db,
        CurrentActor current,
        DemoStaff staff,
        DemoWords words,
        Dictionary<string, Organisation> there,
        DemoOptions options,
        CancellationToken stop
    )
    {
        foreach (var group in words.Colleagues.GroupBy(c => c.Organisation, StringComparer.Ordinal))
        {
            if (!there.TryGetValue(group.Key, out var organisation))
                continue;
            current.Actor = Actor.Nobody with { OrganisationId = organisation.Id };
            var known = await db.Memberships.Select(m => m.DisplayName).ToListAsync(stop);
            var draw = new DemoDraw(options.Seed, $"colleagues/{group.Key}");
            await Save(
                db,
                current,
                organisation.Id,
                [.. group.Where(c => !known.Contains(c.Name)).Select(c => staff.Make(organisation, c.Name, c.Title, c.Role, draw))],
                stop
            );
        }

        db.ChangeTracker.Clear();
    }

    private static async Task Save(
        AppuiDb db,
        CurrentActor current,
        Guid organisation,
        IReadOnlyList<(Person Person, Membership Membership)> people,
        CancellationToken stop
    )
    {
        current.Actor = Actor.Nobody with { OrganisationId = organisation };
        foreach (var (person, membership) in people)
        {
            db.People.Add(person);
            db.Memberships.Add(membership);
        }

        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }
}
