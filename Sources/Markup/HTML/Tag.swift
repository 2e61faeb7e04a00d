/// The elements that pages are made of. There is no `style` and no `script`: the content security policy
/// forbids both inline; ``HTML/script(_:)`` names a file of our own, and pages work without it.
public enum Tag: String, Sendable {
    case a, abbr, article, aside, body, button, caption, code, dd, details, div, dl, dt, em, fieldset, figure
    case figcaption, footer, form, h1, h2, h3, h4, head, header, html, label, legend, li, main, nav,
        noscript, ol, option, p
    case section, select, span, strong, summary, table, tbody, td, textarea, th, thead, time, title, tr, ul
    // Drawing
    case svg, rect, line, g
    case drawnText = "text"
}

/// Elements without content and without an end tag.
public enum VoidTag: String, Sendable {
    case br, hr, input, link, meta
}
