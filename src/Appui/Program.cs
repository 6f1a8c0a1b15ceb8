using Appui;

return await Commands.Run(args);
