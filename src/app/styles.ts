/** The order of the layers and the styles that belong to no component; imported before any component. */
import '#ui/styles/layers.css';
import '#ui/styles/tokens.css';
import '#ui/styles/base.css';
import '#ui/styles/reading.css';
import '#ui/styles/print.css';
