using Appui.Shared;

namespace Appui.Accounts.Organisations;

/// <summary>Roles in words, in the current language.</summary>
public static class RoleLabels
{
    /// <summary>"Responsable, formation".</summary>
    public static string List(Roles roles) =>
        string.Join(", ", Enum.GetValues<Roles>().Where(r => r != Roles.None && roles.HasFlag(r)).Select(Name));

    /// <summary>One role.</summary>
    public static string Name(Roles role) =>
        AccountsTexts.ResourceManager.GetString($"Role_{role}", System.Globalization.CultureInfo.CurrentUICulture) ?? role.ToString();
}
