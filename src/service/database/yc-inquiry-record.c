/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question to those who keep the knowledge base, as the database has it. */
#include "yc-inquiry-record.h"

#include "yc-id-number.h"
#include "yc-json.h"

/* Behind every day. */
#define NEVER "9999-12-31"

void
yc_inquiry_record_free (YcInquiryRecord *self)
{
  g_free (self->id);
  g_free (self->kind);
  g_free (self->state);
  g_free (self->channel);
  g_free (self->entry);
  g_free (self->item);
  g_free (self->list);
  g_free (self->place);
  g_free (self->place_path);
  g_free (self->by_id);
  g_free (self->by_name);
  g_free (self->at);
  g_free (self->due);
  g_clear_pointer (&self->content, json_object_unref);
  g_free (self->updated_at);
  g_free (self);
}

/**
 * yc_inquiry_record_dup_urgency:
 * @self: a record
 *
 * Returns: (transfer full): a text that sorts what is due first before what is due later or never,
 *   and what is as urgent by its age
 */
char *
yc_inquiry_record_dup_urgency (const YcInquiryRecord *self)
{
  return g_strconcat (*self->due != '\0' ? self->due : NEVER, "/", self->at, NULL);
}

static void
set_person (JsonObject *object,
            JsonObject *person,
            gboolean    whole)
{
  JsonObject *shown = json_object_new ();
  const char *name = yc_json_get_string (person, "name", "");
  const char *phone = yc_json_get_string (person, "phone", "");
  g_autofree char *masked_name = *name != '\0' ? yc_name_mask (name) : g_strdup ("");
  g_autofree char *masked_phone = *phone != '\0' ? yc_mobile_mask (phone) : g_strdup ("");

  json_object_set_string_member (shown, "name", whole ? name : masked_name);
  json_object_set_string_member (shown, "phone", whole ? phone : masked_phone);
  json_object_set_object_member (object, "person", shown);
}

/**
 * yc_inquiry_record_to_json:
 * @self: a record
 * @whole: with the person in full and with every step, or as a line of a list
 *
 * Returns: (transfer full): as the API tells it
 */
JsonObject *
yc_inquiry_record_to_json (const YcInquiryRecord *self,
                           gboolean               whole)
{
  JsonObject *object = json_object_new ();
  JsonObject *by = json_object_new ();
  const struct { const char *name, *text; } texts[] = {
    { "id", self->id },           { "kind", self->kind },   { "state", self->state },
    { "channel", self->channel }, { "entry", self->entry }, { "item", self->item },
    { "list", self->list },       { "place", self->place }, { "at", self->at },
    { "due", self->due },         { "updated_at", self->updated_at },
    { "question", yc_json_get_string (self->content, "question", "") },
    { "answer", yc_json_get_string (self->content, "answer", "") },
    { "asked_at", yc_json_get_string (self->content, "asked_at", self->at) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    json_object_set_string_member (object, texts[i].name, texts[i].text);
  json_object_set_int_member (object, "version", self->version);
  json_object_set_boolean_member (object, "news", self->news);
  json_object_set_string_member (by, "id", self->by_id);
  json_object_set_string_member (by, "name", self->by_name);
  json_object_set_object_member (object, "by", by);
  yc_json_copy_member (object, self->content, "passed_to");
  set_person (object, yc_json_get_object (self->content, "person"), whole);
  if (whole)
    yc_json_copy_member (object, self->content, "steps");
  return object;
}
