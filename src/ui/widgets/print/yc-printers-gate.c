/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what is done with printers once there are some, and until then what is the matter; looks at
 * them anew for as long as it is seen. */
#include "yc-printers-gate.h"

#include "yc-printer-watch.h"

#include <glib/gi18n-lib.h>

#define SECONDS_BETWEEN_LOOKS 3

struct _YcPrintersGate
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkLabel *trouble;

  YcPrinters     *printers;
  YcPrinterWatch *watch; /* while it is seen */
};

typedef enum
{
  PROP_CHILD = 1,
} YcPrintersGateProperty;

static GParamSpec *properties[PROP_CHILD + 1];

G_DEFINE_FINAL_TYPE (YcPrintersGate, yc_printers_gate, GTK_TYPE_WIDGET)

static void
show (YcPrintersGate *self)
{
  YcPrintersState state = yc_printers_get_state (self->printers);
  const char *text = yc_printers_get_error_text (self->printers);

  gtk_label_set_text (self->trouble, text != NULL ? text : "");
  gtk_stack_set_visible_child_name (self->stack, state == YC_PRINTERS_READY     ? "choose"
                                                 : state == YC_PRINTERS_LOADING ? "loading"
                                                                                : "trouble");
}

static void
look_again_cb (YcPrintersGate *self)
{
  if (self->printers != NULL)
    yc_printers_refresh_async (self->printers, NULL, NULL, NULL);
}

/* While somebody sees them, what the print server says is kept true. */
static void
watch (YcPrintersGate *self)
{
  g_clear_pointer (&self->watch, yc_printer_watch_stop);
  if (self->printers != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->watch = yc_printer_watch_start (self->printers, SECONDS_BETWEEN_LOOKS);
}

static void
yc_printers_gate_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_printers_gate_parent_class)->map (widget);
  watch (YC_PRINTERS_GATE (widget));
}

static void
yc_printers_gate_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_printers_gate_parent_class)->unmap (widget);
  watch (YC_PRINTERS_GATE (widget));
}

static void
yc_printers_gate_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((YcPrintersGateProperty) id)
    {
    case PROP_CHILD:
      yc_printers_gate_set_child (YC_PRINTERS_GATE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yc_printers_gate_dispose (GObject *object)
{
  YcPrintersGate *self = YC_PRINTERS_GATE (object);

  if (self->printers != NULL)
    g_signal_handlers_disconnect_by_data (self->printers, self);
  g_clear_object (&self->printers);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_printers_gate_parent_class)->dispose (object);
}

static void
yc_printers_gate_class_init (YcPrintersGateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yc_printers_gate_dispose;
  object_class->set_property = yc_printers_gate_set_property;
  widget_class->map = yc_printers_gate_map;
  widget_class->unmap = yc_printers_gate_unmap;
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_loading (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Looking for printers…")));
  return box;
}

static GtkWidget *
create_trouble (YcPrintersGate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Look again"));

  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_label_set_xalign (self->trouble, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "warning");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (look_again_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->trouble));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
yc_printers_gate_init (YcPrintersGate *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, create_loading (), "loading");
  gtk_stack_add_named (self->stack, create_trouble (self), "trouble");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

GtkWidget *
yc_printers_gate_new (void)
{
  return g_object_new (YC_TYPE_PRINTERS_GATE, NULL);
}

void
yc_printers_gate_set_printers (YcPrintersGate *self, YcPrinters *printers)
{
  g_return_if_fail (YC_IS_PRINTERS_GATE (self));
  g_return_if_fail (YC_IS_PRINTERS (printers));
  g_return_if_fail (self->printers == NULL);

  self->printers = g_object_ref (printers);
  g_signal_connect_swapped (printers, "notify", G_CALLBACK (show), self);
  show (self);
  watch (self);
}

void
yc_printers_gate_set_child (YcPrintersGate *self, GtkWidget *child)
{
  g_return_if_fail (YC_IS_PRINTERS_GATE (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_stack_add_named (self->stack, child, "choose");
}
