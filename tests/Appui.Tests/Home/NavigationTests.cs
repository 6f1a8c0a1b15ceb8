using Appui.Home;
using Appui.Shared;

namespace Appui.Tests.Home;

public sealed class NavigationTests
{
    private static NavEntry Entry(int order, string path, Roles roles = Roles.Manager, string? group = null) =>
        new(order, group is null ? null : () => group, () => path, "home", path, roles);

    [Fact]
    public void Six_entries_leave_four_on_a_phone_and_the_rest_behind_more()
    {
        var navigation = Navigation.For(Enumerable.Range(0, 6).Select(i => Entry(i, $"/p{i}")), Roles.Manager, "/o/a", "/o/a/p0");
        (navigation.Bottom.Count, navigation.More.Count).ShouldBe((4, 2));
    }

    [Fact]
    public void One_stands_on_the_longest_address_that_covers_the_page()
    {
        var navigation = Navigation.For(
            [Entry(0, ""), Entry(1, "/plan"), Entry(2, "/planning")],
            Roles.Manager,
            "/o/a",
            "/o/a/plan/limites"
        );
        navigation.Bottom.Where(l => l.IsHere).Select(l => l.Href).ShouldBe(["/o/a/plan"]);
    }

    [Fact]
    public void Only_the_entries_of_the_role_are_seen_and_groups_keep_their_order()
    {
        var navigation = Navigation.For(
            [
                Entry(3, "/c", group: "Former"),
                Entry(1, "/a", group: "Avancer"),
                Entry(2, "/b", group: "Avancer"),
                Entry(4, "/d", Roles.Officer),
            ],
            Roles.Manager,
            "/o/a",
            "/"
        );
        navigation.Groups.Select(g => (g.Title, g.Links.Count)).ShouldBe([("Avancer", 2), ("Former", 1)]);
    }

    [Fact]
    public void Outside_a_space_there_is_no_navigation() => Navigation.For([Entry(0, "")], Roles.Manager, "", "/").Bottom.ShouldBeEmpty();
}
