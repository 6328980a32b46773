/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way that a certificate goes by itself after issue, as the service last told it of a case. */
#include "yc-case-delivery.h"

#include "yc-json.h"

#include <glib/gi18n-lib.h>

struct _YcCaseDelivery
{
  GObject          parent_instance;

  JsonObject      *json;
  YcDeliveryState  state;
  GDateTime       *at;
};

G_DEFINE_FINAL_TYPE (YcCaseDelivery, yc_case_delivery, G_TYPE_OBJECT)

static void
yc_case_delivery_finalize (GObject *object)
{
  YcCaseDelivery *self = YC_CASE_DELIVERY (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->at, g_date_time_unref);
  G_OBJECT_CLASS (yc_case_delivery_parent_class)->finalize (object);
}

static void
yc_case_delivery_class_init (YcCaseDeliveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_case_delivery_finalize;
}

static void
yc_case_delivery_init (YcCaseDelivery *self)
{
}

static YcCaseDelivery *
read_json (JsonObject *json)
{
  const char *at = yc_json_get_string (json, "updated_at", NULL);
  YcDeliveryState state;
  YcCaseDelivery *self;

  if (yc_json_get_string (json, "id", NULL) == NULL ||
      yc_json_get_string (json, "channel", NULL) == NULL ||
      !yc_delivery_state_from_string (yc_json_get_string (json, "state", NULL), &state))
    return NULL;
  self = g_object_new (YC_TYPE_CASE_DELIVERY, NULL);
  self->json = json_object_ref (json);
  self->state = state;
  self->at = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  return self;
}

GListModel *
yc_case_delivery_list (YcCase *a_case)
{
  GListStore *store = g_list_store_new (YC_TYPE_CASE_DELIVERY);
  JsonArray *all;

  g_return_val_if_fail (YC_IS_CASE (a_case), G_LIST_MODEL (store));

  all = yc_json_get_array (yc_case_get_json (a_case), "deliveries");
  for (guint i = 0; all != NULL && i < json_array_get_length (all); i++)
    {
      JsonObject *json = yc_json_node_get_object (json_array_get_element (all, i));
      g_autoptr (YcCaseDelivery) delivery = read_json (json);

      if (delivery != NULL)
        g_list_store_append (store, delivery);
    }
  return G_LIST_MODEL (store);
}

const char *
yc_case_delivery_get_id (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), NULL);

  return yc_json_get_string (self->json, "id", NULL);
}

const char *
yc_case_delivery_get_serial (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), NULL);

  return yc_json_get_string (self->json, "serial", "");
}

const char *
yc_case_delivery_get_channel (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), NULL);

  return yc_json_get_string (self->json, "channel", "");
}

gboolean
yc_case_delivery_can_retry (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), FALSE);

  return yc_json_get_boolean (self->json, "can_retry", FALSE);
}

YcDeliveryState
yc_case_delivery_get_state (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), YC_DELIVERY_STATE_FAILED);

  return self->state;
}

const char *
yc_case_delivery_get_state_title (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), NULL);

  if (self->state == YC_DELIVERY_STATE_DELIVERED && yc_case_delivery_is_mail (self))
    return _("Handed to the mail server");
  return yc_delivery_state_get_title (self->state);
}

gboolean
yc_case_delivery_is_void (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), FALSE);

  return g_str_equal (yc_json_get_string (self->json, "kind", ""), "void");
}

gboolean
yc_case_delivery_is_mail (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), FALSE);

  return g_str_equal (yc_case_delivery_get_channel (self), "mail");
}

const char *
yc_case_delivery_get_title (YcCaseDelivery *self)
{
  const char *title;

  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), NULL);

  title = yc_json_get_string (self->json, "title", "");
  if (*title != '\0')
    return title;
  return yc_delivery_channel_get_title (yc_json_get_string (self->json, "channel", NULL));
}

const char *
yc_case_delivery_get_to (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), NULL);

  return yc_json_get_string (self->json, "to", NULL);
}

char *
yc_case_delivery_dup_trouble (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), NULL);

  /* What arrived may have arrived before. */
  if (self->state == YC_DELIVERY_STATE_DELIVERED && yc_case_delivery_is_mail (self) &&
      yc_json_get_int (self->json, "n_unsure", 0) > 0)
    return g_strdup (_ ("An earlier try was not confirmed, so the letter may have arrived twice."));
  return yc_delivery_detail_get_words (yc_json_get_string (self->json, "detail", NULL));
}

GDateTime *
yc_case_delivery_get_at (YcCaseDelivery *self)
{
  g_return_val_if_fail (YC_IS_CASE_DELIVERY (self), NULL);

  return self->at;
}
