/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the printers again and again for as long as somebody sees them. */
#include "yc-printer-watch.h"

struct _YcPrinterWatch
{
  GObject       parent_instance;
  YcPrinters   *printers;
  GCancellable *cancellable;
  guint         seconds;
  guint         source;
};

G_DEFINE_FINAL_TYPE (YcPrinterWatch, yc_printer_watch, G_TYPE_OBJECT)

static void look (YcPrinterWatch *self);

static gboolean
look_again_cb (gpointer user_data)
{
  YcPrinterWatch *self = user_data;

  self->source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* What was found, or why nothing was, stands in the printers themselves. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPrinterWatch) self = user_data;

  yc_printers_refresh_finish (YC_PRINTERS (source), result, NULL);
  if (self->printers != NULL)
    self->source = g_timeout_add_seconds (self->seconds, look_again_cb, self);
}

static void
look (YcPrinterWatch *self)
{
  yc_printers_refresh_async (self->printers, self->cancellable, looked_cb, g_object_ref (self));
}

static void
yc_printer_watch_finalize (GObject *object)
{
  YcPrinterWatch *self = YC_PRINTER_WATCH (object);

  g_clear_object (&self->printers);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (yc_printer_watch_parent_class)->finalize (object);
}

static void
yc_printer_watch_class_init (YcPrinterWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_printer_watch_finalize;
}

static void
yc_printer_watch_init (YcPrinterWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

YcPrinterWatch *
yc_printer_watch_start (YcPrinters *printers,
                        guint       seconds)
{
  YcPrinterWatch *self;

  g_return_val_if_fail (YC_IS_PRINTERS (printers), NULL);
  g_return_val_if_fail (seconds >= 1 && seconds <= 3600, NULL);

  self = g_object_new (YC_TYPE_PRINTER_WATCH, NULL);
  self->printers = g_object_ref (printers);
  self->seconds = seconds;
  look (self);
  return self;
}

void
yc_printer_watch_stop (YcPrinterWatch *self)
{
  g_return_if_fail (YC_IS_PRINTER_WATCH (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->printers);
  g_object_unref (self);
}
