import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<p>You pressed Pay. Nothing came back. Were you charged?</p>, root);
