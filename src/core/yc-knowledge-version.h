/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One version of a knowledge entry: what it says in a place from one day on. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_KNOWLEDGE_VERSION (yc_knowledge_version_get_type ())

G_DECLARE_FINAL_TYPE (YcKnowledgeVersion, yc_knowledge_version, YC, KNOWLEDGE_VERSION, GObject)

/* Entries make these: see yc_knowledge_entry_get_versions(). They never change. What the getters
 * tell is also a property of the same name. */

/* What is asked, in the words of this version. */
const char *yc_knowledge_version_get_question (YcKnowledgeVersion *self);
/* The agreed answer, to be said or copied as it is. */
const char *yc_knowledge_version_get_answer   (YcKnowledgeVersion *self);
/* More, in CommonMark; "" for nothing. */
const char *yc_knowledge_version_get_body     (YcKnowledgeVersion *self);
/* What it rests on; "" when it is not said. */
const char *yc_knowledge_version_get_source   (YcKnowledgeVersion *self);
/* What is new in it, in a line; "" when it is not said. */
const char *yc_knowledge_version_get_note     (YcKnowledgeVersion *self);
/* The code of the place where it holds, with the places below it; "" for everywhere. */
const char *yc_knowledge_version_get_place    (YcKnowledgeVersion *self);
/* The first day it holds, "2026-03-01"; "" when it is not said. */
const char *yc_knowledge_version_get_from     (YcKnowledgeVersion *self);
/* (nullable): the last day it holds: as it says itself, or the day before the next version of the
 * same place begins. */
const char *yc_knowledge_version_get_until    (YcKnowledgeVersion *self);

/**
 * yc_knowledge_version_get_nearness:
 * @self: a version
 * @place_path: (nullable): codes of a place and those above it, from the top down, each ended by a
 *   slash; %NULL for no place in particular
 *
 * Returns: −1 when the version does not apply there, 0 when it applies everywhere, and more the
 *   nearer its place is to the end of @place_path
 */
int         yc_knowledge_version_get_nearness (YcKnowledgeVersion *self,
                                               const char         *place_path);

/**
 * yc_knowledge_version_holds_on:
 * @self: a version
 * @day: a day, "2026-03-01"
 *
 * Returns: whether it holds on @day in its own place
 */
gboolean    yc_knowledge_version_holds_on     (YcKnowledgeVersion *self,
                                               const char         *day);

G_END_DECLS
