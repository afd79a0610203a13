//! The page on which editors get the code that puts a story of the site into an article.
//!
//! **Invariant**: it reads `manifest.json` and `limits.json` beside it; nothing of a story stands in it.

use crate::site::{address, Site};

/// The page, at the root of the site.
pub fn page(site: &Site) -> String {
    let at = |name: &str| address::encode(&format!("{}{name}", site.assets.folder));
    format!(
        "<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>嵌入代码 · Embed code</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{}\">\n\
         <link rel=\"stylesheet\" href=\"{}\">\n<script type=\"module\" src=\"{}\"></script>\n</head>\n\
         <body class=\"builder\">\n<noscript>\n<p lang=\"zh-Hans\">这一页要用 JavaScript 生成代码。</p>\n\
         <p lang=\"en\">This page needs JavaScript to write the code.</p>\n</noscript>\n</body>\n</html>\n",
        site.assets.icon,
        at("page.css"),
        at("builder.css"),
        at("builder.js"),
    )
}
