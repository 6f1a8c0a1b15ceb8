using Appui.Shared.Work;

namespace Appui.Shared.Mail;

/// <summary>Mail: queued as work, sent by SMTP or written to files.</summary>
public static class MailModule
{
    /// <summary>Registers the sender.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddScoped<SendMail>();
        services.AddSingleton(
            WorkHandler.Of<OutgoingMail>(Mail.Kind, (s, mail, _, stop) => s.GetRequiredService<SendMail>().Run(mail, stop)) with
            {
                Attempts = 12,
            }
        );
        return services;
    }
}
