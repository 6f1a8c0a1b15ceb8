using Appui.Shared;

namespace Appui.Home;

/// <summary>A page that somebody may open from their first page.</summary>
public sealed record StartLink(string Title, string Text, string Href);

/// <summary>What somebody who does not train finds on their first page: who they are here, one thing to do, the pages that are theirs.</summary>
/// <param name="Who">Sentence around the name of the organisation.</param>
/// <param name="Next">What to do, in a sentence.</param>
/// <param name="First">The page where it is done.</param>
/// <param name="Links">Every other page they may open.</param>
public sealed record RoleStart(string Who, string Next, StartLink First, IReadOnlyList<StartLink> Links)
{
    /// <summary>The first page of an actor who is neither planner nor trainee. Nothing is promised: each address answers them today.</summary>
    /// <param name="roles">What they may be there.</param>
    /// <param name="prefix">Beginning of the addresses of the organisation.</param>
    public static RoleStart Of(Roles roles, string prefix)
    {
        var team = new StartLink(HomeTexts.Start_Team, HomeTexts.Start_Team_Text, $"{prefix}/organisme/equipe");
        var journal = new StartLink(HomeTexts.Start_Journal, HomeTexts.Start_Journal_Text, $"{prefix}/organisme/journal");
        var trial = new StartLink(HomeTexts.Start_Trial, HomeTexts.Start_Trial_Text, "/diagnostic");
        var guides = new StartLink(HomeTexts.Start_Guides, HomeTexts.Start_Guides_Text, "/guides");
        var licence = new StartLink(HomeTexts.Start_Licence, "", "/guides/choose-licence");
        var account = new StartLink(HomeTexts.Menu_Account, HomeTexts.Start_Account_Text, "/compte");
        List<StartLink> links = [trial, guides, team];
        if ((roles & (Roles.Manager | Roles.Administrator)) != Roles.None)
        {
            links.Add(new(HomeTexts.Start_Organisation, HomeTexts.Start_Organisation_Text, $"{prefix}/organisme"));
            links.Add(journal);
        }

        links.Add(account);
        var (who, next, first) = roles switch
        {
            _ when roles.HasFlag(Roles.Officer) => (HomeTexts.Start_Officer, HomeTexts.Start_Trial_Next, trial),
            _ when roles.HasFlag(Roles.Adviser) => (HomeTexts.Start_Adviser, HomeTexts.Start_Trial_Next, trial),
            _ when roles.HasFlag(Roles.Analyst) => (HomeTexts.Start_Analyst, HomeTexts.Start_Trial_Next, trial),
            _ when roles.HasFlag(Roles.Publisher) => (HomeTexts.Start_Publisher, HomeTexts.Start_Licence_Next, licence),
            _ when roles.HasFlag(Roles.Expert) => (HomeTexts.Start_Expert, HomeTexts.Start_Trial_Next, trial),
            _ when roles.HasFlag(Roles.Administrator) => (HomeTexts.Start_Administrator, HomeTexts.Start_Journal_Next, journal),
            _ => (HomeTexts.Start_Member, HomeTexts.Start_Team_Next, team),
        };
        return new RoleStart(who, next, first, [.. links.Where(l => l != first)]);
    }
}
