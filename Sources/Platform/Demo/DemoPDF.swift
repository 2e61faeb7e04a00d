/// A one-page PDF with a title and a few lines, made from nothing: the worked example needs real files.
enum DemoPDF {
    static func bytes(title: String, lines: [String]) -> [UInt8] {
        var document = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R /Lang (nl) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> >> >>",
            stream(title: title, lines: lines),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Title (\(escaped(title))) >>",
        ]
        for (index, object) in objects.enumerated() {
            offsets.append(document.count)
            document += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
        }
        let tableOffset = document.count
        document += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let digits = String(offset)
            document += Array("\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8)
        }
        document += Array(
            ("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 6 0 R >>\n"
                + "startxref\n\(tableOffset)\n%%EOF\n")
                .utf8)
        return document
    }

    private static func stream(title: String, lines: [String]) -> String {
        var content = "BT\n/F1 20 Tf\n60 770 Td\n(\(escaped(title))) Tj\n/F1 12 Tf\n0 -40 Td\n"
        for line in lines {
            content += "(\(escaped(line))) Tj\n0 -18 Td\n"
        }
        content += "ET"
        return "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }

    /// Strings in a PDF stand between brackets; the example keeps to ASCII.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)")
    }
}
