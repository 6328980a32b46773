/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program that sets paper reads of a knowledge entry. */
#include "yc-entry-paper.h"

#include "yc-day.h"
#include "yc-desk-knowledge.h"
#include "yc-json.h"
#include "yc-knowledge-summary.h"

#include <string.h>

GBytes *
yc_entry_paper_write (YcDesk           *desk,
                      YcKnowledgeEntry *entry)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);
  g_autofree char *today = yc_day_dup_today ();
  g_autoptr (GDateTime) now = yc_day_now ();
  g_autofree char *time = g_date_time_format_iso8601 (now);
  g_autofree char *hall =
    yc_catalog_dup_place_words (catalog, yc_session_get_place (yc_desk_get_session (desk)));
  JsonObject *summary = yc_knowledge_summarize (catalog, entry, today);
  g_autoptr (JsonNode) request = NULL;
  char *text;

  if (summary == NULL)
    return NULL;
  json_object_set_string_member (summary, "hall", hall);
  json_object_set_string_member (summary, "printed_at", time);
  json_object_set_boolean_member (summary, "sample", yc_desk_get_demo (desk));
  request = yc_json_object_node (summary);
  text = yc_json_write (request);
  return g_bytes_new_take (text, strlen (text));
}
