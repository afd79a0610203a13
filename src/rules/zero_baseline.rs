//! `zero-baseline`: bars and areas begin at zero, and area marks scale by area.

use crate::diagnostic::Both;

pub(crate) const CODE: &str = "zero-baseline";

/// What other charting tools call the ways to cut an axis or to draw areas by radius.
const TRUNCATIONS: [&str; 9] =
    ["min", "baseline", "axis_min", "from_zero", "start_at", "domain", "radius", "radius_scale", "scale_by"];

/// Whether a member of a chart, at a JSON path, asks for that.
pub(crate) fn asks(path: &str, member: &str) -> bool {
    path.starts_with("scenes[") && TRUNCATIONS.contains(&member)
}

pub(crate) fn words(member: &str) -> (Both, Both) {
    (
        Both::new(
            format!("“{member}”会改动零点或按边长画面积，这里不提供"),
            format!("\"{member}\" would move the zero or draw areas by their sides; it is not offered"),
        ),
        Both::new(
            "删去它：条与面积从零开始，面积按面积画",
            "remove it: bars and areas begin at zero, and areas are drawn by area",
        ),
    )
}
