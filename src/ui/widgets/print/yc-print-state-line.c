/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a printing truly goes: state, what happened, what to do, and the buttons that may be needed. */
#include "yc-print-state-line.h"

#include <glib/gi18n-lib.h>

struct _YcPrintStateLine
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkImage  *icon;
  GtkLabel  *title;
  GtkLabel  *where;
  GtkLabel  *detail;
  GtkLabel  *advice;
  GtkWidget *cancel;
  GtkWidget *answers;
};

enum
{
  SIGNAL_CANCEL,
  SIGNAL_RESOLVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The words say it; icon and colour only repeat it. */
static const struct
{
  const char *icon_name;
  const char *style;
} looks[] = {
  [YC_PRINT_RUN_ASKED] = { "content-loading-symbolic", "print-going" },
  [YC_PRINT_RUN_WAITING] = { "content-loading-symbolic", "print-going" },
  [YC_PRINT_RUN_PRINTING] = { "printer-printing-symbolic", "print-going" },
  [YC_PRINT_RUN_OUT_OF_PAPER] = { "dialog-warning-symbolic", "print-trouble" },
  [YC_PRINT_RUN_STOPPED] = { "dialog-warning-symbolic", "print-trouble" },
  [YC_PRINT_RUN_HELD] = { "media-playback-pause-symbolic", "print-trouble" },
  [YC_PRINT_RUN_DONE] = { "yc-mark-done-symbolic", "print-done" },
  [YC_PRINT_RUN_FAILED] = { "dialog-error-symbolic", "print-failed" },
  [YC_PRINT_RUN_CANCELLED] = { "process-stop-symbolic", "print-failed" },
  [YC_PRINT_RUN_UNKNOWN] = { "dialog-question-symbolic", "print-trouble" },
};

G_DEFINE_FINAL_TYPE (YcPrintStateLine, yc_print_state_line, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_look (YcPrintStateLine *self, YcPrintRunState state)
{
  gtk_image_set_from_icon_name (self->icon, looks[state].icon_name);
  for (gsize i = YC_PRINT_RUN_ASKED; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[state].style);
}

static void
set_words (YcPrintStateLine *self,
           const char       *title,
           const char       *where,
           const char       *detail,
           const char       *advice)
{
  g_autofree char *spoken = NULL;

  set_text (self->title, title);
  set_text (self->where, where);
  set_text (self->detail, detail);
  set_text (self->advice, advice);
  spoken = g_strjoin (" ", title, detail != NULL ? detail : "", advice != NULL ? advice : "", NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_strchomp (spoken), -1);
  gtk_widget_set_visible (self->content, TRUE);
}

static gboolean
may_be_cancelled (YcPrintRunState state)
{
  return state == YC_PRINT_RUN_WAITING || state == YC_PRINT_RUN_PRINTING ||
         state == YC_PRINT_RUN_OUT_OF_PAPER || state == YC_PRINT_RUN_STOPPED ||
         state == YC_PRINT_RUN_HELD;
}

static void
cancel_cb (YcPrintStateLine *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCEL], 0);
}

static void
came_out_cb (YcPrintStateLine *self)
{
  g_signal_emit (self, signals[SIGNAL_RESOLVED], 0, TRUE);
}

static void
not_out_cb (YcPrintStateLine *self)
{
  g_signal_emit (self, signals[SIGNAL_RESOLVED], 0, FALSE);
}

static void
yc_print_state_line_dispose (GObject *object)
{
  YcPrintStateLine *self = YC_PRINT_STATE_LINE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_print_state_line_parent_class)->dispose (object);
}

static void
yc_print_state_line_class_init (YcPrintStateLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_print_state_line_dispose;
  signals[SIGNAL_CANCEL] = g_signal_new ("cancel", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RESOLVED] =
      g_signal_new ("resolved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/print/yc-print-state-line.ui");
  gtk_widget_class_bind_template_child (widget_class, YcPrintStateLine, content);
  gtk_widget_class_bind_template_child (widget_class, YcPrintStateLine, icon);
  gtk_widget_class_bind_template_child (widget_class, YcPrintStateLine, title);
  gtk_widget_class_bind_template_child (widget_class, YcPrintStateLine, where);
  gtk_widget_class_bind_template_child (widget_class, YcPrintStateLine, detail);
  gtk_widget_class_bind_template_child (widget_class, YcPrintStateLine, advice);
  gtk_widget_class_bind_template_child (widget_class, YcPrintStateLine, cancel);
  gtk_widget_class_bind_template_child (widget_class, YcPrintStateLine, answers);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, came_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_out_cb);
  gtk_widget_class_set_css_name (widget_class, "printstateline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_print_state_line_init (YcPrintStateLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yc_print_state_line_clear (self);
}

GtkWidget *
yc_print_state_line_new (void)
{
  return g_object_new (YC_TYPE_PRINT_STATE_LINE, NULL);
}

void
yc_print_state_line_show (YcPrintStateLine *self,
                          YcPrintRunState   state,
                          const char       *where,
                          const char       *detail,
                          const char       *advice)
{
  g_return_if_fail (YC_IS_PRINT_STATE_LINE (self));
  g_return_if_fail (state >= YC_PRINT_RUN_ASKED && state <= YC_PRINT_RUN_UNKNOWN);

  set_look (self, state);
  set_words (self, yc_print_run_state_get_title (state), where, detail, advice);
  gtk_widget_set_visible (self->cancel, may_be_cancelled (state));
  gtk_widget_set_visible (self->answers, state == YC_PRINT_RUN_UNKNOWN);
}

void
yc_print_state_line_show_error (YcPrintStateLine *self, const char *title, const char *way_out)
{
  g_return_if_fail (YC_IS_PRINT_STATE_LINE (self));

  set_look (self, YC_PRINT_RUN_FAILED);
  set_words (self, _ ("Not printed"), NULL, title, way_out);
  gtk_widget_set_visible (self->cancel, FALSE);
  gtk_widget_set_visible (self->answers, FALSE);
}

void
yc_print_state_line_clear (YcPrintStateLine *self)
{
  g_return_if_fail (YC_IS_PRINT_STATE_LINE (self));

  gtk_widget_set_visible (self->content, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}
