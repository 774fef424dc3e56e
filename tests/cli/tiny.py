# SPDX-License-Identifier: Apache-2.0
# The smallest rulebook that can score somebody, and its schema.
from __future__ import annotations

TINY = """colonnade: 1
rulebook: tiny
schema: tiny
languages: [en]
title: {en: Tiny}
pillars:
  p:
    title: {en: P}
    weight: 100
    rules:
      r:
        title: {en: R}
        points: 1
        pass: has photo
        tip: {en: Show a photo.}
        effort: 5 minutes
"""
TINY_SCHEMA = """colonnade: 1
schema: tiny
languages: [en]
facts:
  photo: {type: yes/no, title: {en: Photo}}
  followers: {type: number, title: {en: Followers}}
  headline: {type: text, title: {en: Headline}}
"""
