//! A page that has everything inside: it opens from disk, and works in a sandbox that lets no request through.
//!
//! **Invariant**: its own policy allows what is inside and nothing else; the caller computes the checksums in it.

use crate::site::html::escape;
use std::collections::BTreeMap;

/// What the page has inside.
#[derive(Clone, Debug)]
pub struct Inline {
    pub style: String,
    pub script: String,
    /// The reader's engine and the compiled story, as addresses that hold their bytes.
    pub player: String,
    pub compiled: String,
    /// Files of the newsroom, by name, as such addresses too.
    pub files: BTreeMap<String, String>,
    /// `sha256-…` of the style and of the script, as they stand in the page.
    pub sums: [String; 2],
}

/// A script's text as it may stand in a page.
pub fn in_page(script: &str) -> String {
    script.trim().replace("</script", "<\\/script")
}

impl Inline {
    /// The policy, for the head.
    pub fn policy(&self) -> String {
        let [style, script] = &self.sums;
        let text = format!(
            "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval'; style-src '{style}'; img-src data: blob:; \
             connect-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        );
        format!("<meta http-equiv=\"content-security-policy\" content=\"{}\">", escape(&text))
    }
}

/// An SVG as an address that holds it.
pub fn svg_address(svg: &str) -> String {
    crate::site::html::icon(svg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_what_is_inside_by_its_checksum() {
        let sums = ["sha256-a".to_string(), "sha256-b".to_string()];
        let empty = String::new;
        let inline = Inline {
            style: empty(),
            script: empty(),
            player: empty(),
            compiled: empty(),
            files: BTreeMap::new(),
            sums,
        };
        let policy = inline.policy();
        assert!(
            policy.contains("script-src 'sha256-b' 'wasm-unsafe-eval'; style-src 'sha256-a'"),
            "{policy}"
        );
        assert_eq!(in_page("a </script> b"), "a <\\/script> b");
    }
}
