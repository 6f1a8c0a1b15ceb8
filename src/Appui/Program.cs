using Appui;

return await Commands.Root().Parse(args).InvokeAsync();
