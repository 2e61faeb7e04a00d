import Markup

/// What stands beside every page of a box: a field to search with, and the places.
struct BoxSide: Component {
    /// Nil on the page that searches itself.
    var search: SearchField?
    let items: [SideNav.Item]
    /// To what concerns all places: folders, everything in one file.
    let links: [TextLink]

    func write(to html: inout HTML) {
        html.element(.div, .class("mailbox__side")) { html in
            if let search { html.add(search) }
            html.add(SideNav(label: html.strings.places, items: items))
            html.element(.div, .class("mailbox__links")) { html in
                for link in links { html.add(link) }
            }
        }
    }
}

extension HTML {
    /// A page of a box: what a place holds, with the places beside it.
    mutating func mailbox(_ side: BoxSide, _ content: (inout HTML) -> Void) {
        element(.div, .class("mailbox")) { html in
            html.add(side)
            html.element(.div, .class("mailbox__content")) { html in content(&html) }
        }
    }
}
