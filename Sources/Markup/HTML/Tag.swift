/// The elements that pages are made of. There is no `script` and no `style`: pages work without the one,
/// and the content security policy forbids both inline.
public enum Tag: String, Sendable {
    case a, abbr, article, aside, body, button, caption, code, dd, details, div, dl, dt, em, fieldset, figure
    case figcaption, footer, form, h1, h2, h3, h4, head, header, html, label, legend, li, main, nav, ol,
        option, p
    case section, select, span, strong, summary, table, tbody, td, textarea, th, thead, time, title, tr, ul
    // Drawing
    case svg, rect, line, g
    case drawnText = "text"
}

/// Elements without content and without an end tag.
public enum VoidTag: String, Sendable {
    case br, hr, input, link, meta
}
