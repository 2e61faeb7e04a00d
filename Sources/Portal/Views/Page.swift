import Markup

/// A whole page: the frame that all pages share around what this one shows.
struct Page<Content: View> {
    let frame: Frame
    let content: Content

    init(_ content: Content, in frame: Frame) {
        self.content = content
        self.frame = frame
    }

    /// The bytes of the page, UTF-8.
    func rendered() -> [UInt8] {
        var html = HTML(in: frame.language)
        html.literal("<!doctype html>\n")
        html.element(
            .html, .set(.lang, frame.language.rawValue), frame.audience.style,
            .set(.dataTheme, ifPresent: frame.theme?.rawValue)
        ) { html in
            writeHead(to: &html)
            html.element(.body) { html in writeBody(to: &html) }
        }
        return html.bytes
    }

    private func writeHead(to html: inout HTML) {
        html.element(.head) { html in
            html.void(.meta, .set(.charset, "utf-8"))
            html.void(.meta, .set(.name, "viewport"), .set(.content, "width=device-width, initial-scale=1"))
            html.void(.meta, .set(.name, "color-scheme"), .set(.content, "light dark"))
            html.element(.title, text: html.strings.windowTitle(content.title(in: html.strings)))
            html.void(.link, .set(.rel, "stylesheet"), .href(Stylesheet.location))
            html.void(
                .link, .set(.rel, "icon"), .set(.type, "image/svg+xml"), .href(ProductMark.iconLocation))
            html.void(.link, .set(.rel, "manifest"), .href(AppManifest.location))
            html.script(AppFile.script.location)
        }
    }

    private func writeBody(to html: inout HTML) {
        html.add(SkipLink())
        if let demo = frame.demo { html.add(DemoBanner(asOf: demo.asOf?.text(in: html.strings))) }
        html.add(PageHeader(items: frame.menu, state: frame.reader))
        html.element(.main, width, .id(SkipLink.contentID), .set(.tabindex, "-1")) { html in
            if let notice = frame.notice { html.add(notice) }
            content.write(to: &html)
        }
        html.add(
            PageFooter(
                links: footerLinks(in: html.strings), text: html.strings.footerText,
                languages: frame.languages))
    }

    private var width: Attribute {
        switch content.width {
        case .reading: .class("page", "page--reading")
        case .wide: .class("page")
        }
    }

    private func footerLinks(in strings: Strings) -> [TextLink] {
        let accessibility = TextLink(strings.accessibility, Location("toegankelijkheid"))
        let security = TextLink(strings.security, Location(".well-known", "security.txt"))
        return frame.hasSecurityContact ? [accessibility, security] : [accessibility]
    }
}
