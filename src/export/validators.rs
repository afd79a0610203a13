//! What outputs must be, looked at from outside: the finished text is parsed and held against the published rules.
//!
//! **Invariant**: knows no story and no layout; what it accepts, it accepts from anybody.

use crate::color::Color;
use resvg::usvg::roxmltree::{Document, Node};
use std::collections::BTreeSet;

/// What is wrong, each with the line where it stands. Empty where nothing is.
pub type Faults = Vec<String>;

fn parse(text: &str) -> Result<Document<'_>, Faults> {
    Document::parse(text).map_err(|e| vec![format!("not well-formed: {e}")])
}

fn place(node: Node) -> String {
    let at = node.document().text_pos_at(node.range().start);
    format!("line {}, <{}>", at.row, node.tag_name().name())
}

fn elements<'a>(document: &'a Document<'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(Node::is_element)
}

/// An SVG that stands on its own: named, described, in a language, with ids of its own, and nothing that runs or loads.
pub fn accessible_svg(text: &str) -> Faults {
    let document = match parse(text) {
        Ok(document) => document,
        Err(faults) => return faults,
    };
    let mut faults = Faults::new();
    let root = document.root_element();
    if root.attribute("role") != Some("img") {
        faults.push("the svg has no role=\"img\"".into());
    }
    if root.attribute("lang").is_none_or(str::is_empty) {
        faults.push("the svg names no language".into());
    }
    let mut ids = BTreeSet::new();
    for node in elements(&document) {
        if let Some(id) = node.attribute("id") {
            if !ids.insert(id) {
                faults.push(format!("{}: id {id} is there twice", place(node)));
            }
        }
        faults.extend(runs_or_loads(node));
    }
    let labels: Vec<&str> = root.attribute("aria-labelledby").unwrap_or("").split_whitespace().collect();
    for (i, name) in ["title", "desc"].iter().enumerate() {
        let child = root.children().find(|c| c.tag_name().name() == *name);
        let words = child.and_then(|c| c.text()).unwrap_or("").trim();
        if words.is_empty() {
            faults.push(format!("the svg has no <{name}> with words"));
        }
        if child.and_then(|c| c.attribute("id")).is_none_or(|id| labels.get(i) != Some(&id)) {
            faults.push(format!("aria-labelledby does not lead to <{name}>"));
        }
    }
    faults
}

/// Scripts, foreign content, handlers, and addresses of something else.
fn runs_or_loads(node: Node) -> Faults {
    let mut faults = Faults::new();
    let name = node.tag_name().name();
    if matches!(name, "script" | "foreignObject" | "iframe" | "image" | "use" | "a" | "object" | "embed") {
        faults.push(format!("{}: may not be here", place(node)));
    }
    for a in node.attributes() {
        let value = a.value().to_ascii_lowercase();
        if a.name().starts_with("on")
            || a.name() == "href"
            || value.contains("url(")
            || value.contains("javascript:")
        {
            faults.push(format!("{}: attribute {} may not be here", place(node), a.name()));
        }
    }
    if name == "style" && node.text().is_some_and(|t| t.contains("url(") || t.contains("@import")) {
        faults.push(format!("{}: loads something", place(node)));
    }
    faults
}

/// Elements that WeChat's editor keeps, of those that we need.
const WECHAT_ELEMENTS: [&str; 13] = [
    "section",
    "p",
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "text",
    "animate",
    "animateTransform",
    "set",
];
/// What `animate` may change.
const WECHAT_ANIMATED: [&str; 12] = [
    "x",
    "y",
    "width",
    "height",
    "cx",
    "cy",
    "opacity",
    "d",
    "stroke-width",
    "stroke-linecap",
    "stroke-dashoffset",
    "fill",
];
const WECHAT_TRANSFORMS: [&str; 5] = ["translate", "scale", "rotate", "skewX", "skewY"];

/// A section for a WeChat article against the whitelist as published (limits.rs has its date), and against its dark mode.
pub fn wechat(text: &str) -> Faults {
    let document = match parse(text) {
        Ok(document) => document,
        Err(faults) => return faults,
    };
    let mut faults = Faults::new();
    for node in elements(&document) {
        let name = node.tag_name().name();
        if !WECHAT_ELEMENTS.contains(&name) {
            faults.push(format!("{}: not on the whitelist", place(node)));
        }
        for a in node.attributes() {
            if matches!(a.name(), "id" | "class" | "style") {
                faults.push(format!("{}: attribute {} is taken away", place(node), a.name()));
            }
            if matches!(a.name(), "clip-path" | "filter" | "mask") {
                faults.push(format!("{}: attribute {} is not on the whitelist", place(node), a.name()));
            }
        }
        faults.extend(runs_or_loads(node));
        faults.extend(animation(node));
        if name == "svg" {
            faults.extend(wechat_picture(node));
        }
    }
    faults
}

fn animation(node: Node) -> Faults {
    let name = node.tag_name().name();
    let attribute = |name: &str| node.attribute(name).unwrap_or("");
    let allowed = match name {
        "animate" => WECHAT_ANIMATED.contains(&attribute("attributeName")),
        "animateTransform" => WECHAT_TRANSFORMS.contains(&attribute("type")),
        "set" => attribute("attributeName") == "visibility",
        _ => return Faults::new(),
    };
    let mut faults = Faults::new();
    if !allowed {
        faults.push(format!("{}: may not animate {}", place(node), attribute("attributeName")));
    }
    let begin = attribute("begin");
    let seconds = begin.strip_suffix('s').is_some_and(|s| s.parse::<f64>().is_ok());
    if !(begin.is_empty() || begin == "click" || seconds) {
        faults.push(format!("{}: begin {begin:?} is not on the whitelist", place(node)));
    }
    if attribute("fill") != "freeze" {
        faults.push(format!("{}: does not stay at its end", place(node)));
    }
    faults
}

fn colour_of(node: Node) -> Option<Color> {
    let hex = node.attribute("fill")?.strip_prefix('#').filter(|h| h.len() == 6)?;
    u32::from_str_radix(hex, 16).ok().map(Color::hex)
}

/// In WeChat's dark mode the page turns #191919 and the colours of an SVG stay: a picture that covers its own box with
/// an opaque ground, and is readable on that, is readable there.
fn wechat_picture(svg: Node) -> Faults {
    let mut faults = Faults::new();
    let px = |name: &str| svg.attribute(name).and_then(|v| v.strip_suffix("px")).unwrap_or("");
    let (w, h) = (px("width"), px("height"));
    if svg.attribute("viewBox") != Some(format!("0 0 {w} {h}").as_str()) {
        faults.push(format!("{}: needs width and height in px and a viewBox of the same size", place(svg)));
    }
    let ground = svg.children().find(Node::is_element);
    let covers = |g: &Node| {
        g.has_tag_name((g.tag_name().namespace().unwrap_or(""), "rect"))
            && g.attribute("width") == Some(w)
            && g.attribute("height") == Some(h)
            && g.attribute("fill-opacity").is_none()
    };
    let Some(ground) = ground.filter(covers).and_then(colour_of) else {
        faults.push(format!(
            "{}: has no ground of its own, so the page shows through in dark mode",
            place(svg)
        ));
        return faults;
    };
    for text in svg.descendants().filter(|n| n.tag_name().name() == "text") {
        let Some(color) = colour_of(text) else {
            faults.push(format!("{}: text without a colour", place(text)));
            continue;
        };
        // text of the ground's own colour stands on a mark; the theme keeps those pairs apart
        if color != ground && color.contrast(ground) < 4.5 {
            let ratio = color.contrast(ground);
            faults.push(format!("{}: {ratio:.1}:1 on its ground", place(text)));
        }
    }
    faults
}

/// A fragment for feeds and mail: only elements that readers keep.
pub fn feed(fragment: &str) -> Faults {
    const KEPT: [&str; 16] = [
        "figure",
        "figcaption",
        "img",
        "p",
        "h2",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "a",
        "div",
    ];
    let whole = format!("<div>{fragment}</div>");
    let document = match parse(&whole) {
        Ok(document) => document,
        Err(faults) => return faults,
    };
    let mut faults = Faults::new();
    for node in elements(&document) {
        let name = node.tag_name().name();
        if !KEPT.contains(&name) {
            faults.push(format!("{}: readers drop it", place(node)));
        }
        if name == "img"
            && (node.attribute("alt").is_none_or(str::is_empty) || node.attribute("width").is_none())
        {
            faults.push(format!("{}: needs alt, width and height", place(node)));
        }
        if node.attributes().any(|a| a.name().starts_with("on") || a.name() == "style") {
            faults.push(format!("{}: readers drop handlers and styles", place(node)));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" lang="en" role="img" aria-labelledby="t d"><title id="t">T</title><desc id="d">D</desc><rect width="1" height="1"/></svg>"##;
    const SECTION: &str = r##"<section><svg xmlns="http://www.w3.org/2000/svg" width="340px" height="9px" viewBox="0 0 340 9"><rect width="340" height="9" fill="#fbf8f2"/><g><animate attributeName="opacity" begin="0s" dur="1s" values="0;1" fill="freeze" restart="never"/><text fill="#1b1a17">80%</text></g></svg><p>80%</p></section>"##;

    /// Each edit of a good document must be found. Seen to fail: with the whitelists of WeChat and of feeds left out.
    fn found(check: fn(&str) -> Faults, good: &str, edits: &[(&str, &str)]) {
        assert_eq!(check(good), Faults::new());
        for (from, to) in edits {
            assert!(good.contains(from), "{from}");
            assert!(!check(&good.replacen(from, to, 1)).is_empty(), "{from} → {to} is not found");
        }
    }

    #[test]
    fn svg_faults_are_found() {
        found(
            accessible_svg,
            SVG,
            &[
                ("role=\"img\"", ""),
                ("lang=\"en\"", ""),
                ("id=\"d\"", "id=\"t\""),
                ("aria-labelledby=\"t d\"", "aria-labelledby=\"t x\""),
                ("<title id=\"t\">T</title>", ""),
                (">D</desc>", "> </desc>"),
                ("<rect", "<rect id=\"t\"/><rect"),
                ("<rect", "<script/><rect"),
                ("<rect", "<foreignObject/><rect"),
                ("<rect", "<image href=\"https://e.example/a.png\"/><rect"),
                ("<rect", "<rect onclick=\"x()\"/><rect"),
                ("<rect", "<rect fill=\"url(#a)\"/><rect"),
                ("<rect", "<style>@import 'x'</style><rect"),
                ("</svg>", ""),
            ],
        );
    }

    #[test]
    fn wechat_faults_are_found() {
        found(
            wechat,
            SECTION,
            &[
                ("<g>", "<g id=\"a\">"),
                ("<g>", "<g class=\"a\">"),
                ("<g>", "<g style=\"opacity:1\">"),
                ("<g>", "<g clip-path=\"none\">"),
                ("<g>", "<g fill=\"url(#a)\">"),
                ("<g>", "<defs/><g>"),
                ("<g>", "<linearGradient/><g>"),
                ("<p>", "<script/><p>"),
                ("<p>", "<a href=\"https://e.example\">x</a><p>"),
                ("attributeName=\"opacity\"", "attributeName=\"r\""),
                ("begin=\"0s\"", "begin=\"a.end\""),
                (" fill=\"freeze\"", ""),
                ("width=\"340px\"", "width=\"100%\""),
                (" fill=\"#fbf8f2\"", ""),
                ("<rect width=\"340\"", "<rect width=\"34\""),
                ("#1b1a17", "#d0d0d0"),
            ],
        );
    }

    #[test]
    fn feed_faults_are_found() {
        found(
            feed,
            "<figure><img src=\"a.png\" alt=\"a\" width=\"1\" height=\"1\"/></figure>",
            &[
                ("<img", "<iframe/><img"),
                ("<img", "<script/><img"),
                ("alt=\"a\"", ""),
                ("alt=\"a\"", "alt=\"a\" style=\"x\""),
            ],
        );
    }
}
