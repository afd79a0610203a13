//! Settings of web servers for a site: types, policy, and what may be kept for ever.
//!
//! **Invariant**: the policy is the one that the pages are tested under.

/// Files by their path in the site. `frozen`: the folder whose files never change; `origin`: of the site, where it is known.
pub fn files(frozen: &str, origin: Option<&str>) -> Vec<(&'static str, String)> {
    let fill = |text: &str| {
        text.replace("{{version}}", frozen.trim_end_matches('/'))
            .replace("{{root}}", "/var/www/site")
            .replace("{{port}}", "80")
            .replace("{{brotli}}", "")
            .replace(" {{origin}}", &origin.map_or(String::new(), |origin| format!(" {origin}")))
    };
    vec![
        ("_headers", fill(include_str!("server/_headers"))),
        ("server/nginx.conf", fill(include_str!("server/nginx.conf"))),
    ]
}

/// The scheme and host of a site's address.
pub fn origin(base: &str) -> Option<&str> {
    let host = base.find("://")? + 3;
    let end = base[host..].find('/').map_or(base.len(), |at| host + at);
    Some(&base[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_filled() {
        for origin in [Some("https://news.example"), None] {
            for (name, text) in files("assets-0123/", origin) {
                assert!(!text.contains("{{"), "{name}: {text}");
                assert!(text.contains("assets-"), "{name}");
            }
        }
        assert_eq!(origin("https://news.example/a/b/"), Some("https://news.example"));
    }
}
