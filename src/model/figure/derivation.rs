//! How a derived figure comes about: the operation, the figures it takes, and the factor of a conversion.
//!
//! **Invariant**: states what is to be computed and computes nothing; a divisor is above 0.

use crate::model::figure::FigureIx;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// How a derived figure comes about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    /// 运算 · operation
    pub operation: Operation,
    /// 用到的数字 · input figures
    pub inputs: Vec<FigureIx>,
    /// 换算系数，写成分数，如 10000/15 · factor as a fraction, such as 10000/15
    pub factor: Option<Factor>,
    /// 保留几位小数 · decimals kept
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(range(max = 6)))]
    pub places: u8,
}

/// What a conversion multiplies by, and what it divides by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Factor(pub i64, pub i64);

impl Factor {
    /// Reads `10000/15` or `15`; a divisor is above 0.
    pub fn parse(text: &str) -> Option<Factor> {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        let below = below.trim().parse().ok().filter(|below| *below > 0)?;
        Some(Factor(above.trim().parse().ok()?, below))
    }
}

impl<'de> Deserialize<'de> for Factor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let (above, below) = Deserialize::deserialize(deserializer)?;
            return Ok(Factor(above, below));
        }
        let text = String::deserialize(deserializer)?;
        Factor::parse(&text).ok_or_else(|| Error::custom("no fraction"))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    Sum,
    Difference,
    Ratio,
    Share,
    Convert,
}
