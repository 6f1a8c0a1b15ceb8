using Appui.Shared.Documents;

namespace Appui.Shared.Ui.Tables;

/// <summary>A list as a CSV file that French spreadsheets open.</summary>
public static class TableCsv
{
    /// <summary>The bytes of the file: titles, then the rows of the view.</summary>
    public static byte[] Of<T>(TableView<T> view)
    {
        var columns = view.Columns.Where(c => !c.IsScreenOnly).ToList();
        return CsvTable.Render(
            new Sheet(
                view.Caption,
                columns.ConvertAll(c => new SheetColumn(c.Header)),
                view.Rows.Select(row => columns.ConvertAll(c => (SheetCell)c.Text(row)))
            )
        );
    }
}
