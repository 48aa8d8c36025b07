// `casualty-calculator/react` and the like: the same element, with types for the framework.
import 'casualty-calculator';
