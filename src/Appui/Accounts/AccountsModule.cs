using Appui.Accounts.Clients;
using Appui.Accounts.Contract;
using Appui.Accounts.Demo;
using Appui.Accounts.Journal;
using Appui.Accounts.Me;
using Appui.Accounts.Organisations;
using Appui.Accounts.PublicList;
using Appui.Accounts.SignIn;
using Appui.Accounts.SignUp;
using Appui.Accounts.Team;
using Appui.Accounts.Trainees;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Accounts;

/// <summary>People, organisations, memberships, sign-in, audit: from route to action.</summary>
public static class AccountsModule
{
    /// <summary>Registers what Accounts needs.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Appui").PersistKeysToDbContext<AppuiDb>();
        services
            .AddIdentityCore<Person>(o =>
            {
                o.User.RequireUniqueEmail = false; // people without e-mail sign in by PIN or QR
                o.Password.RequiredLength = 12;
                o.Password.RequireDigit =
                    o.Password.RequireLowercase =
                    o.Password.RequireUppercase =
                    o.Password.RequireNonAlphanumeric =
                        false;
                o.Lockout.MaxFailedAccessAttempts = 8;
            })
            .AddDefaultTokenProviders();
        services.AddScoped<IUserStore<Person>, UserOnlyStore<Person, AppuiDb, Guid>>();
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(o =>
            {
                o.Cookie.Name = "appui";
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.LoginPath = "/connexion";
                o.ReturnUrlParameter = "retour";
                o.ExpireTimeSpan = Session.Life;
                o.SlidingExpiration = true;
                o.Events.OnValidatePrincipal = SessionCookie.Check;
            });
        services.AddScoped<OrganisationDirectory>().AddScoped<ListProviders>();
        services.AddScoped<OpenProvisionalSpace>().AddScoped<NoteQualiopi>();
        services.AddScoped<Switcher>();
        services.AddSingleton<SessionBook>();
        services.AddTokenServer().AddApiDocument();
        services.AddSingleton<ApiClientBook>();
        services.AddScoped<ApiGate>().AddScoped<CreateApiClient>().AddScoped<RevokeApiClient>();
        services.AddSingleton(new ApiScope(AccountsApi.Scope, () => AccountsTexts.Scope_Organisation));
        services.AddScoped<Attempts>().AddScoped<MailedLinks>();
        services.AddScoped<OpenAccount>().AddScoped<FoundOrganisation>().AddScoped<KeepSpace>().AddScoped<EnrolMember>();
        services.AddScoped<SignInWithPassword>().AddScoped<SignInToDemonstration>().AddScoped<AskReset>().AddScoped<ResetPassword>();
        services.AddScoped<ConfirmAddress>().AddScoped<JoinSpace>().AddScoped<EndSession>().AddScoped<SecureAccount>();
        services.AddScoped<ChangeAccount>().AddScoped<ChangeAddress>().AddScoped<ChangePassword>().AddScoped<ChangeOrganisation>();
        services.AddScoped<ChangeLogo>().AddScoped<RemoveLogo>().AddSingleton(OrganisationLogo.Use);
        services.AddScoped<InviteMember>().AddScoped<ResendInvitation>().AddScoped<RevokeInvitation>().AddScoped<InvitationMail>();
        services.AddScoped<AcceptInvitation>().AddScoped<AcceptAsNewcomer>().AddScoped<ChangeMember>().AddScoped<EndMembership>();
        services.AddScoped<NameDeputy>().AddScoped<EndDeputy>();
        services.AddScoped<IssueAccess>().AddScoped<AddTrainees>().AddScoped<ReissueAccess>().AddScoped<RevokeAccess>();
        services.AddScoped<RenameTrainee>().AddScoped<EndTrainee>().AddScoped<SignInTrainee>();
        services.AddScoped<ImportProviders>().AddScoped<FillFromSiret>();
        services.Configure<RazorPagesOptions>(o => o.Conventions.AddPageRoute("/Accounts/SignUp/SignUpPage", "/essai/{link}/garder"));
        services.AddSingleton(Nav(90, () => AccountsTexts.Settings_Title, "building", "/organisme", Roles.Manager | Roles.Administrator));
        services.AddSingleton(Nav(91, () => AccountsTexts.Team_Title, "users", "/organisme/equipe", ~(Roles.Trainee | Roles.Visitor)));
        services.AddSingleton(
            Nav(92, () => AccountsTexts.Trainees_Title, "users-group", "/organisme/stagiaires", Roles.Manager | Roles.Trainer) with
            {
                Where = c => c.HasTrainees,
            }
        );
        services.AddSingleton(
            Nav(93, () => AccountsTexts.Journal_Title, "history", "/organisme/journal", Roles.Manager | Roles.Administrator)
        );
        services.AddScoped<ListJournal>();
        services.AddSingleton(
            new AfterRestore(
                SessionRows.EndAll,
                s =>
                {
                    s.GetRequiredService<SessionBook>().ForgetAll();
                    s.GetRequiredService<ApiClientBook>().ForgetAll();
                }
            )
        );
        foreach (var kind in AccountsKinds.All)
            services.AddSingleton(kind);
        services.AddSingleton(new PersonalDataSource("accounts", PersonalAccess.Export, PersonalAccess.Erase));
        services.AddSingleton(new NextStep((Roles)~0, AccountsSteps.Find));
        services.AddSingleton(AccountsRetention.Sessions).AddSingleton(AccountsRetention.Events).AddSingleton(AccountsRetention.Secrets);
        services.AddScoped<DemoCast>();
        services.AddSingleton(new DemoStory(0, "accounts", AccountsDemo.Tell)).AddSingleton(new DemoStory(1, "region", DemoRegion.Tell));
        return services;
    }

    private static NavEntry Nav(int order, Func<string> label, string icon, string path, Roles roles) =>
        new(order, () => AccountsTexts.Nav_Group, label, icon, path, roles);
}
