/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued, kept live. */
#include "yc-case-list-private.h"

#include "yc-issued-certificate-private.h"
#include "yc-json.h"
#include "yc-pager.h"

struct _YcCertificateList
{
  GObject     parent_instance;

  YcPager    *pager;
  /* serial → YcIssuedCertificate: every one that was ever in the list. */
  GHashTable *known;
};

typedef enum
{
  PROP_LOAD_STATE = 1,
  PROP_ERROR,
  PROP_HAS_MORE,
  PROP_N_ITEMS,
} YcCertificateListProperty;

static GParamSpec *properties[PROP_N_ITEMS + 1];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcCertificateList, yc_certificate_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GObject *
take_row (JsonObject *row,
          gpointer    user_data)
{
  YcCertificateList *self = user_data;
  const char *serial = yc_json_get_string (row, "serial", NULL);
  YcIssuedCertificate *known = serial != NULL ? g_hash_table_lookup (self->known, serial) : NULL;

  if (known != NULL)
    {
      yc_issued_certificate_update (known, row);
      return g_object_ref (G_OBJECT (known));
    }
  known = yc_issued_certificate_new_from_json (row, NULL);
  if (known != NULL)
    g_hash_table_insert (self->known, g_strdup (serial), g_object_ref (known));
  return (GObject *) known;
}

static void
changed_cb (YcCertificateList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOAD_STATE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_MORE]);
}

static void
items_changed_cb (YcCertificateList *self,
                  guint              position,
                  guint              removed,
                  guint              added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static GType
get_item_type (GListModel *model)
{
  return YC_TYPE_ISSUED_CERTIFICATE;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (YC_CERTIFICATE_LIST (model)->pager));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (YC_CERTIFICATE_LIST (model)->pager), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
yc_certificate_list_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  YcCertificateList *self = YC_CERTIFICATE_LIST (object);

  switch ((YcCertificateListProperty) property_id)
    {
    case PROP_LOAD_STATE:
      g_value_set_int (value, (int) yc_certificate_list_get_load_state (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, yc_certificate_list_get_error (self));
      break;
    case PROP_HAS_MORE:
      g_value_set_boolean (value, yc_certificate_list_get_has_more (self));
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, get_n_items (G_LIST_MODEL (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_certificate_list_dispose (GObject *object)
{
  YcCertificateList *self = YC_CERTIFICATE_LIST (object);

  if (self->pager != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->pager, self);
      g_object_run_dispose (G_OBJECT (self->pager));
    }
  g_clear_object (&self->pager);

  G_OBJECT_CLASS (yc_certificate_list_parent_class)->dispose (object);
}

static void
yc_certificate_list_finalize (GObject *object)
{
  YcCertificateList *self = YC_CERTIFICATE_LIST (object);

  g_hash_table_unref (self->known);

  G_OBJECT_CLASS (yc_certificate_list_parent_class)->finalize (object);
}

static void
yc_certificate_list_class_init (YcCertificateListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_certificate_list_get_property;
  object_class->dispose = yc_certificate_list_dispose;
  object_class->finalize = yc_certificate_list_finalize;

  properties[PROP_LOAD_STATE] = g_param_spec_int ("load-state", NULL, NULL, YC_LOAD_EMPTY,
                                                  YC_LOAD_FAILED, YC_LOAD_EMPTY, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_HAS_MORE] = g_param_spec_boolean ("has-more", NULL, NULL, FALSE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_certificate_list_init (YcCertificateList *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

YcCertificateList *
yc_certificate_list_new (YcHttp    *http,
                         YcLive    *live,
                         YcSession *session)
{
  YcCertificateList *self = g_object_new (YC_TYPE_CERTIFICATE_LIST, NULL);

  self->pager = yc_pager_new (http, live, session, "certificates", YC_TYPE_ISSUED_CERTIFICATE,
                              take_row, self);
  g_signal_connect_swapped (self->pager, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->pager, "items-changed", G_CALLBACK (items_changed_cb), self);
  yc_pager_set_path (self->pager, "/certificates?view=place");
  return self;
}

YcLoadState
yc_certificate_list_get_load_state (YcCertificateList *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_LIST (self), YC_LOAD_EMPTY);

  return yc_pager_get_load_state (self->pager);
}

const GError *
yc_certificate_list_get_error (YcCertificateList *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_LIST (self), NULL);

  return yc_pager_get_error (self->pager);
}

gboolean
yc_certificate_list_get_has_more (YcCertificateList *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_LIST (self), FALSE);

  return yc_pager_get_has_more (self->pager);
}

void
yc_certificate_list_load_more (YcCertificateList *self)
{
  g_return_if_fail (YC_IS_CERTIFICATE_LIST (self));

  yc_pager_load_more (self->pager);
}

void
yc_certificate_list_refresh (YcCertificateList *self)
{
  g_return_if_fail (YC_IS_CERTIFICATE_LIST (self));

  yc_pager_refresh (self->pager);
}
