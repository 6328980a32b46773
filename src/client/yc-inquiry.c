/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reported mistake or gap of the knowledge base, or what a citizen asked. */
#include "yc-inquiry-private.h"

#include "yc-client-error.h"
#include "yc-json.h"

#include <string.h>

struct _YcInquiry
{
  GObject         parent_instance;

  JsonObject     *json;
  GDateTime      *at;
  YcInquiryKind   kind;
  YcInquiryState  state;
  /* The version that was looked at here, which the service need not know of yet. */
  gint64          heard;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const kinds[] = { "mistake", "gap", "consultation" };
static const char *const states[] = { "open", "passed", "answered", "declined" };

G_DEFINE_FINAL_TYPE (YcInquiry, yc_inquiry, G_TYPE_OBJECT)

static void
yc_inquiry_finalize (GObject *object)
{
  YcInquiry *self = YC_INQUIRY (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->at, g_date_time_unref);

  G_OBJECT_CLASS (yc_inquiry_parent_class)->finalize (object);
}

static void
yc_inquiry_class_init (YcInquiryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_inquiry_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_inquiry_init (YcInquiry *self)
{
}

/* From 1; 0 for a word that is not known. */
static guint
find_word (const char *const *words,
           guint              n_words,
           const char        *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i], word))
      return i + 1;
  return 0;
}

static void
take (YcInquiry  *self,
      JsonObject *json)
{
  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->at, g_date_time_unref);
  self->json = json_object_ref (json);
  self->at = g_date_time_new_from_iso8601 (yc_json_get_string (json, "at", ""), NULL);
  self->kind = find_word (kinds, G_N_ELEMENTS (kinds), yc_json_get_string (json, "kind", ""));
  self->state = find_word (states, G_N_ELEMENTS (states), yc_json_get_string (json, "state", ""));
}

/* (transfer full): NULL with YC_CLIENT_ERROR_BAD_ANSWER when it is none */
YcInquiry *
yc_inquiry_new_from_json (JsonObject  *json,
                          GError     **error)
{
  g_autoptr (YcInquiry) self = g_object_new (YC_TYPE_INQUIRY, NULL);

  take (self, json);
  if (self->kind != 0 && self->state != 0 && *yc_inquiry_get_id (self) != '\0')
    return g_steal_pointer (&self);
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                       "The answer is no inquiry");
  return NULL;
}

void
yc_inquiry_update (YcInquiry  *self,
                   JsonObject *json)
{
  gint64 version = yc_inquiry_get_version (self);

  take (self, json);
  if (yc_inquiry_get_version (self) != version)
    g_signal_emit (self, signals[CHANGED], 0);
}

#define GET_TEXT(name)                                                                           \
  const char *yc_inquiry_get_##name (YcInquiry *self)                                            \
  {                                                                                              \
    g_return_val_if_fail (YC_IS_INQUIRY (self), NULL);                                           \
                                                                                                 \
    return yc_json_get_string (self->json, #name, "");                                           \
  }

GET_TEXT (id)
GET_TEXT (channel)
GET_TEXT (entry)
GET_TEXT (item)
GET_TEXT (list)
GET_TEXT (question)
GET_TEXT (answer)
GET_TEXT (place)
GET_TEXT (due)

#define GET_INNER(object, name, getter, otherwise)                                               \
  const char *yc_inquiry_get_##getter (YcInquiry *self)                                          \
  {                                                                                              \
    g_return_val_if_fail (YC_IS_INQUIRY (self), NULL);                                           \
                                                                                                 \
    return yc_json_get_string (yc_json_get_object (self->json, object), name, otherwise);        \
  }

GET_INNER ("by", "id", by_id, "")
GET_INNER ("by", "name", by_name, "")
GET_INNER ("person", "name", name, "")
GET_INNER ("person", "phone", phone, "")
GET_INNER ("passed_to", "name", passed_to, NULL)

gint64
yc_inquiry_get_version (YcInquiry *self)
{
  g_return_val_if_fail (YC_IS_INQUIRY (self), 0);

  return yc_json_get_int (self->json, "version", 0);
}

YcInquiryKind
yc_inquiry_get_kind (YcInquiry *self)
{
  g_return_val_if_fail (YC_IS_INQUIRY (self), 0);

  return self->kind;
}

YcInquiryState
yc_inquiry_get_state (YcInquiry *self)
{
  g_return_val_if_fail (YC_IS_INQUIRY (self), 0);

  return self->state;
}

GDateTime *
yc_inquiry_get_at (YcInquiry *self)
{
  g_return_val_if_fail (YC_IS_INQUIRY (self), NULL);

  return self->at;
}

JsonArray *
yc_inquiry_get_steps (YcInquiry *self)
{
  g_return_val_if_fail (YC_IS_INQUIRY (self), NULL);

  return yc_json_get_array (self->json, "steps");
}

gboolean
yc_inquiry_is_waiting (YcInquiry *self)
{
  g_return_val_if_fail (YC_IS_INQUIRY (self), FALSE);

  return self->state == YC_INQUIRY_OPEN || self->state == YC_INQUIRY_PASSED;
}

gboolean
yc_inquiry_is_overdue (YcInquiry  *self,
                       const char *today)
{
  const char *due;

  g_return_val_if_fail (YC_IS_INQUIRY (self), FALSE);
  g_return_val_if_fail (today != NULL, FALSE);

  due = yc_inquiry_get_due (self);
  return yc_inquiry_is_waiting (self) && *due != '\0' && strcmp (due, today) < 0;
}

const char *
yc_inquiry_kind_to_string (YcInquiryKind kind)
{
  g_return_val_if_fail (kind >= YC_INQUIRY_MISTAKE && kind <= YC_INQUIRY_CONSULTATION, NULL);

  return kinds[kind - 1];
}

gboolean
yc_inquiry_get_news (YcInquiry *self)
{
  g_return_val_if_fail (YC_IS_INQUIRY (self), FALSE);

  return yc_json_get_boolean (self->json, "news", FALSE) &&
         self->heard != yc_inquiry_get_version (self);
}

void
yc_inquiry_hear (YcInquiry *self)
{
  g_return_if_fail (YC_IS_INQUIRY (self));

  if (!yc_inquiry_get_news (self))
    return;
  self->heard = yc_inquiry_get_version (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* @kind: (nullable): "hotline", "department" or "colleague" */
void
yc_inquiry_write_passed_to (JsonObject *object,
                            const char *kind,
                            const char *name)
{
  JsonObject *passed_to;

  if (kind == NULL)
    return;
  passed_to = json_object_new ();
  json_object_set_string_member (passed_to, "kind", kind);
  json_object_set_string_member (passed_to, "name", name != NULL ? name : "");
  json_object_set_object_member (object, "passed_to", passed_to);
}
